import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  type VerifiedRegistrationResponse,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { AccountRow, PasskeyRow } from './accounts.table.ts'

/** EdDSA, ES256, RS256: what every device can do one of, whatever this machine can do besides. */
const ALGORITHMS = [-8, -7, -257]
const NAME = 'まどぐち'

const hostOf = (publicUrl: string) => new URL(publicUrl).hostname
const originOf = (publicUrl: string) => new URL(publicUrl).origin
const bytesOf = (text: string) => new Uint8Array(new TextEncoder().encode(text))

/** What a browser needs to make a passkey that finds its account by itself. */
export const registrationOptions = (publicUrl: string, account: AccountRow, known: readonly PasskeyRow[], timeout: number) =>
  generateRegistrationOptions({
    rpName: NAME,
    rpID: hostOf(publicUrl),
    userName: account.email,
    userDisplayName: account.email,
    userID: bytesOf(account.id),
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    supportedAlgorithmIDs: ALGORITHMS,
    timeout,
  })

/** What a browser needs to ask any passkey of this site: nobody says whose. */
export const signInOptions = (publicUrl: string, timeout: number) =>
  generateAuthenticationOptions({ rpID: hostOf(publicUrl), allowCredentials: [], userVerification: 'required', timeout })

export type NewCredential = NonNullable<VerifiedRegistrationResponse['registrationInfo']>['credential']

/** The new credential, or null where anything about the answer is not as it must be. */
export async function newCredential(answer: object, publicUrl: string, challenge: string): Promise<NewCredential | null> {
  const verified = await verifyRegistrationResponse({
    response: answer as RegistrationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: originOf(publicUrl),
    expectedRPID: hostOf(publicUrl),
    supportedAlgorithmIDs: ALGORITHMS,
  }).catch(() => null)
  return verified?.verified ? verified.registrationInfo.credential : null
}

/** The counter of the device after a right signature of the passkey, or null. One that goes back is not right. */
export async function counterOfSignature(
  answer: object,
  publicUrl: string,
  challenge: string,
  passkey: PasskeyRow,
): Promise<number | null> {
  const { credentialId, publicKey, counter, transports } = passkey
  const verified = await verifyAuthenticationResponse({
    response: answer as AuthenticationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: originOf(publicUrl),
    expectedRPID: hostOf(publicUrl),
    credential: { id: credentialId, publicKey: new Uint8Array(Buffer.from(publicKey, 'base64url')), counter, transports },
  }).catch(() => null)
  return verified?.verified ? verified.authenticationInfo.newCounter : null
}

/** What an answer says of itself; nothing of it is proved yet. */
export interface Claimed {
  credentialId: string
  challenge: string
  /** Id of the account as it was given to the device. */
  account: string | null
}

export function claimedBy(answer: object): Claimed | null {
  const { id, response } = answer as { id?: unknown; response?: { clientDataJSON?: unknown; userHandle?: unknown } }
  const challenge = challengeIn(response?.clientDataJSON)
  if (typeof id !== 'string' || challenge === null) return null
  const handle = response?.userHandle
  return { credentialId: id, challenge, account: typeof handle === 'string' ? Buffer.from(handle, 'base64url').toString() : null }
}

function challengeIn(clientData: unknown): string | null {
  if (typeof clientData !== 'string') return null
  try {
    const { challenge } = JSON.parse(Buffer.from(clientData, 'base64url').toString()) as { challenge?: unknown }
    return typeof challenge === 'string' ? challenge : null
  } catch {
    return null
  }
}
