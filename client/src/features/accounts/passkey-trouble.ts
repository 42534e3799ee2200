import { WebAuthnError } from '@simplewebauthn/browser'

/** Why the browser came back without a passkey: the person stopped it, the device has one already, or nothing we know. */
export function passkeyTrouble(error: unknown): 'stopped' | 'known' | null {
  if (!(error instanceof Error)) return null
  if (error instanceof WebAuthnError && error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED') return 'known'
  return error instanceof WebAuthnError || error.name === 'NotAllowedError' || error.name === 'AbortError' ? 'stopped' : null
}
