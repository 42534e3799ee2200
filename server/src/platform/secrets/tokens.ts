import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits for a cookie or a link; only its hash is ever stored (S2, S11). */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What the database knows of a token. A plain hash is enough: a random token cannot be guessed from it. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url')

/** A text that may be kept: links without what makes them work (S2). */
export const withoutTokens = (text: string): string => text.replaceAll(/(?<![\w-])[\w-]{43}(?![\w-])/gu, '…')
