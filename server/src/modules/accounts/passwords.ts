import { hash, parseOptions, verify } from '@node-rs/argon2'
import { graphError } from '../../graph/errors.ts'

/** argon2id; the parameters stand in every hash, so that they can rise later. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const
/** Hashing keeps two threads busy at most: a flood of sign-ins must not starve everything else. */
const AT_ONCE = 2
const WAITING = 200

let running = 0
const queue: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (queue.length >= WAITING) throw graphError('OVERLOADED')
    await new Promise<void>((resolve) => void queue.push(resolve))
  } else running++
  try {
    return await work()
  } finally {
    const next = queue.shift()
    if (next) next()
    else running--
  }
}

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password, COST))

let nobody: Promise<string> | undefined

/** Without an account the same work is done against a hash that no password fits: both answers take the same time (S8). */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  nobody ??= hashPassword('nobody has this one')
  const against = passwordHash ?? (await nobody)
  const fits = await inTurn(() => verify(against, password))
  return fits && passwordHash !== null
}

/** True where a hash was made with parameters of an earlier day (S9). */
export function isOutdated(passwordHash: string): boolean {
  const { memoryCost, timeCost, parallelism } = parseOptions(passwordHash)
  return memoryCost !== COST.memoryCost || timeCost !== COST.timeCost || parallelism !== COST.parallelism
}
