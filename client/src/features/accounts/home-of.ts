/** Where a person lands after signing in. */
export function homeOf(kind: string): '/me' | '/employer' | '/staff' | '/' {
  if (kind === 'SEEKER') return '/me'
  if (kind === 'EMPLOYER') return '/employer'
  return kind === 'STAFF' ? '/staff' : '/'
}
