import { addMinutes } from '../../kernel/calendar.ts'
import type { Policy } from '../../policy.ts'

/** A challenge is answered before this moment (04:59 yes, 05:00 no). */
export const passkeyChallengeValidUntil = (now: Date, policy: Pick<Policy, 'passkeyChallengeMinutes'>): Date =>
  addMinutes(now, policy.passkeyChallengeMinutes)

export const isRoomForPasskey = (count: number, policy: Pick<Policy, 'passkeysPerAccount'>): boolean => count < policy.passkeysPerAccount

/** The name a person gave, or the device's. */
export const passkeyName = (typed: string | null, device: string): string => {
  const name = (typed ?? '').normalize('NFKC').trim()
  return [...(name === '' ? device : name)].slice(0, NAME_LENGTH).join('')
}
const NAME_LENGTH = 40
