/** Where a person lands after signing in; a registration half done goes on. */
export function homeOf(kind: string): '/me' | '/employer' | '/staff' | '/open/seeker' | '/' {
  if (kind === 'SEEKER') return '/me'
  if (kind === 'REGISTRANT') return '/open/seeker'
  if (kind === 'EMPLOYER') return '/employer'
  return kind === 'STAFF' ? '/staff' : '/'
}
