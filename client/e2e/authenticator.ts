import { createHmac } from 'node:crypto'
import type { APIRequestContext } from '@playwright/test'
import { ask } from './people.ts'

/** What an authenticator app shows (RFC 6238). */
function numberOf(secret: string, at: Date): string {
  const bits = [...secret].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from((bits.match(/.{8}/gu) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const step = Buffer.alloc(8)
  step.writeBigUInt64BE(BigInt(Math.floor(at.getTime() / 30_000)))
  const digest = createHmac('sha1', key).update(step).digest()
  const value = digest.readUInt32BE(digest.at(-1)! & 0xf) & 0x7fffffff
  return String(value % 1_000_000).padStart(6, '0')
}

/** The number at the server's time, or half-minutes before or after it: each can be used once. */
export async function appNumber(request: APIRequestContext, secret: string, { steps = 0 } = {}): Promise<string> {
  const { viewer } = await ask<{ viewer: { serverTime: string } }>(request, '{ viewer { serverTime } }')
  return numberOf(secret, new Date(new Date(viewer.serverTime).getTime() + steps * 30_000))
}
