import { generateSecret, generateURI, verify } from 'otplib'

/** Seconds of a number of an authenticator app (RFC 6238), and how far its clock may be off. */
const TOLERANCE_SECONDS = 30
const ISSUER = 'まどぐち'

export const newAuthenticatorSecret = (): string => generateSecret()

/** What the app reads from the two-dimensional code. */
export const authenticatorUri = (secret: string, email: string): string => generateURI({ issuer: ISSUER, label: email, secret })

/** The time step of a right number, later than the last one that was used; null where it is wrong or was used before. */
export async function stepOfNumber(secret: string, typed: string, at: Date, lastStep: number | null): Promise<number | null> {
  if (!/^\d{6}$/u.test(typed)) return null
  const result = await verify({
    secret,
    token: typed,
    epoch: Math.floor(at.getTime() / 1_000),
    epochTolerance: TOLERANCE_SECONDS,
    ...(lastStep === null ? {} : { afterTimeStep: lastStep }),
  })
  return result.valid && 'timeStep' in result ? result.timeStep : null
}
