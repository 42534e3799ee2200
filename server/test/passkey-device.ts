import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

const PRESENT = 0x01
const VERIFIED = 0x04
const WITH_CREDENTIAL = 0x40

interface CreationOptions {
  challenge: string
  user: { id: string }
}
interface RequestOptions {
  challenge: string
}
interface Credential {
  id: Buffer
  privateKey: KeyObject
  publicKey: Buffer
  userHandle: string
}
/** What a person or an attacker has the device do otherwise. */
export interface Otherwise {
  origin?: string
  host?: string
  /** The owner was not verified, or nobody touched it. */
  flags?: number
  challenge?: string
  userHandle?: string
  type?: string
}

const base64 = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64url')
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest()
const uint16 = (value: number) => Buffer.from([value >> 8, value & 0xff])
const text = (word: string) => Buffer.concat([Buffer.from([0x60 + word.length]), Buffer.from(word)])

/** An ES256 key as COSE (RFC 9053). */
function coseOf(publicKey: KeyObject): Buffer {
  const { x, y } = publicKey.export({ format: 'jwk' })
  const point = (key: number, value: string | undefined) =>
    Buffer.concat([Buffer.from([key, 0x58, 0x20]), Buffer.from(value!, 'base64url')])
  return Buffer.concat([Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01]), point(0x21, x), point(0x22, y)])
}

/** A device that holds passkeys and has verified its owner: WebAuthn without a browser. */
export function passkeyDevice(publicUrl: string) {
  const held: Credential[] = []
  const site = new URL(publicUrl)
  const state = { counter: 0 }

  const clientData = (type: string, challenge: string, how: Otherwise) =>
    Buffer.from(
      JSON.stringify({
        type: how.type ?? type,
        challenge: how.challenge ?? challenge,
        origin: how.origin ?? site.origin,
        crossOrigin: false,
      }),
    )
  const authenticatorData = (flags: number, how: Otherwise) => {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(state.counter)
    return Buffer.concat([sha256(how.host ?? site.hostname), Buffer.from([flags]), counter])
  }

  return {
    held,
    /** Set for a device that counts its uses; 0: it does not count. */
    state,
    create({ challenge, user }: CreationOptions, how: Otherwise = {}) {
      const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
      const credential = { id: randomBytes(16), privateKey, publicKey: coseOf(publicKey), userHandle: user.id }
      held.push(credential)
      const authData = Buffer.concat([
        authenticatorData((how.flags ?? PRESENT | VERIFIED) | WITH_CREDENTIAL, how),
        Buffer.alloc(16),
        uint16(credential.id.length),
        credential.id,
        credential.publicKey,
      ])
      const attestation = [Buffer.from([0xa3]), text('fmt'), text('none'), text('attStmt'), Buffer.from([0xa0])]
      const attestationObject = Buffer.concat([...attestation, text('authData'), Buffer.from([0x59]), uint16(authData.length), authData])
      const id = base64(credential.id)
      const response = {
        clientDataJSON: base64(clientData('webauthn.create', challenge, how)),
        attestationObject: base64(attestationObject),
        transports: ['internal'],
      }
      return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response }
    },
    /** Signs with the last passkey that was made, or another. */
    get({ challenge }: RequestOptions, how: Otherwise = {}, credential: Credential = held.at(-1)!) {
      const id = base64(credential.id)
      const client = clientData('webauthn.get', challenge, how)
      const data = authenticatorData(how.flags ?? PRESENT | VERIFIED, how)
      const response = {
        clientDataJSON: base64(client),
        authenticatorData: base64(data),
        signature: base64(sign('sha256', Buffer.concat([data, sha256(client)]), credential.privateKey)),
        userHandle: how.userHandle ?? credential.userHandle,
      }
      return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response }
    },
  }
}
export type PasskeyDevice = ReturnType<typeof passkeyDevice>
