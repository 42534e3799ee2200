interface Person {
  kind: string
  seekerStatus?: string
  establishments?: number
}

/** Where a person lands after signing in; a registration half done goes on, and who acts for several establishments chooses one. */
export function homeOf({
  kind,
  seekerStatus,
  establishments = 1,
}: Person): '/me' | '/employer' | '/employer/choose' | '/staff' | '/open/seeker' | '/' {
  if (kind === 'SEEKER') return seekerStatus === 'DRAFT' ? '/open/seeker' : '/me'
  if (kind === 'REGISTRANT') return '/me'
  if (kind === 'EMPLOYER') return establishments > 1 ? '/employer/choose' : '/employer'
  return kind === 'STAFF' ? '/staff' : '/'
}
