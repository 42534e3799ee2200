import { createHash, randomInt } from 'node:crypto'
import type { Id } from '../../kernel/ids.ts'

const DIGITS = 6

/** ワンタイムパスワード (R2): six digits, leading zeros among them. */
export const newOneTimePassword = (): string => String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0')

/** What is kept of it: of no use for another attempt. */
export const hashOneTimePassword = (password: string, attemptId: Id<'att'>): string =>
  createHash('sha256').update(`one-time password\0${attemptId}\0${password}`).digest('base64url')
