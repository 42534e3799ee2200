/** Where a person lands after signing in; a registration half done goes on. */
export function homeOf(kind: string, seekerStatus?: string): '/me' | '/employer' | '/staff' | '/open/seeker' | '/' {
  if (kind === 'SEEKER') return seekerStatus === 'DRAFT' ? '/open/seeker' : '/me'
  if (kind === 'REGISTRANT') return '/me'
  if (kind === 'EMPLOYER') return '/employer'
  return kind === 'STAFF' ? '/staff' : '/'
}
