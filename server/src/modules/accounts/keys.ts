import { createHash, randomInt } from 'node:crypto'
import { KEY_ALPHABET, KEY_LENGTH, type KeyPurpose } from './accounts.rules.ts'

/** 認証キー: 40 random bits, which are enough because ten wrong ones kill it. */
export const newKey = (): string => Array.from({ length: KEY_LENGTH }, () => KEY_ALPHABET[randomInt(KEY_ALPHABET.length)]).join('')

/** What is kept of a key: of no use for another address or purpose. */
export const hashKey = (key: string, email: string, purpose: KeyPurpose): string =>
  createHash('sha256').update(`authentication key\0${purpose}\0${email}\0${key}`).digest('base64url')
