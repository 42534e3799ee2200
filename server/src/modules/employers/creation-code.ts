import { createHash, randomInt } from 'node:crypto'
import { checkCharacter, CODE_ALPHABET, CODE_LENGTH } from './employers.codes.rules.ts'

/** 67 random bits and a check: nobody guesses it, and a slip of the finger is told apart from a wrong paper. */
export function newCode(): string {
  const data = Array.from({ length: CODE_LENGTH - 1 }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join('')
  return data + checkCharacter(data)
}

/** What is kept of a code. A plain hash is enough: as random as it is, it cannot be found from it. */
export const hashCode = (code: string): string => createHash('sha256').update(`account creation code\0${code}`).digest('base64url')
