import type { Problem } from '../../kernel/problem.ts'
import type { Policy } from '../../policy.ts'
import common from './data/common-passwords.json' with { type: 'json' }

const bases: ReadonlySet<string> = new Set(common.words)
/** Digits and signs that stand for letters; 1 and ! may be i or l. */
const LOOKS_LIKE: Readonly<Record<string, string>> = {
  '0': 'o',
  '3': 'e',
  '4': 'a',
  '@': 'a',
  '5': 's',
  $: 's',
  '7': 't',
  '8': 'b',
  '9': 'g',
}
const KEYBOARD = ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'abcdefghijklmnopqrstuvwxyz', '1qaz2wsx3edc4rfv5tgb']
const RUN = 5
const KINDS = [/\d/u, /[A-Za-z]/u, /[^A-Za-z\d]/u]

type PasswordLimits = Pick<Policy, 'passwordMin' | 'passwordMax' | 'passwordKinds'>

interface Chosen {
  password: string
  confirmation: string
  /** Nobody's password is their own address. */
  email: string
}

/** R3, and nothing that many people use. A password is never changed: full-width is named, not mended (R28). */
export function problemsOfPassword({ password, confirmation, email }: Chosen, policy: PasswordLimits): Problem[] {
  const problem = (path: string, code: Problem['code'], facts: Problem['facts'] = {}): Problem => ({ path, code, severity: 'ERROR', facts })
  const { passwordMin: min, passwordMax: max, passwordKinds } = policy
  if (password === '') return [problem('password', 'REQUIRED', { label: 'パスワード' })]
  // Spaces belong to phrases, where no kinds of characters are demanded.
  if (!(passwordKinds > 0 ? /^[\u0021-\u007e]+$/u : /^[\u0020-\u007e]+$/u).test(password)) return [problem('password', 'PASSWORD_WIDTH')]
  const problems: Problem[] = []
  if (password.length < min || password.length > max) problems.push(problem('password', 'PASSWORD_LENGTH', { min, max }))
  if (KINDS.filter((kind) => kind.test(password)).length < passwordKinds) problems.push(problem('password', 'PASSWORD_KINDS'))
  if (problems.length === 0 && isCommon(password, email)) problems.push(problem('password', 'PASSWORD_COMMON'))
  if (password !== confirmation) problems.push(problem('confirmation', 'PASSWORDS_DIFFER'))
  return problems
}

/** A new password in place of one that is known: another one. */
export function problemsOfChange(chosen: Chosen & { currentPassword: string }, policy: PasswordLimits): Problem[] {
  const problems = problemsOfPassword(chosen, policy)
  if (chosen.currentPassword === '')
    return [{ path: 'currentPassword', code: 'REQUIRED', severity: 'ERROR', facts: { label: 'いまのパスワード' } }, ...problems]
  if (problems.length === 0 && chosen.currentPassword === chosen.password)
    problems.push({ path: 'password', code: 'PASSWORD_UNCHANGED', severity: 'ERROR' })
  return problems
}

/** A word that many choose, however it is decorated: `P@ssw0rd1!`, `!!qwerty2026`, `Sakura#Sakura1`, or one's own address. */
export function isCommon(password: string, email: string): boolean {
  const typed = password.toLowerCase()
  const own = email.split('@')[0]?.toLowerCase() ?? ''
  if (own.length >= 4 && typed.includes(own)) return true
  if (isStretchOfKeys(typed.replaceAll(/[^a-z\d]/gu, ''))) return true
  return coresOf(typed).some((core) => bases.has(core) || bases.has(halfOf(core)))
}

/** What is left without the decoration: between the outermost letters, up to the last letter, between signs; signs read as letters. */
function coresOf(typed: string): string[] {
  const lettersOf = (text: string) => text.replaceAll(/[^a-z]/gu, '')
  const spelled = (text: string) =>
    ['i', 'l'].map((one) => [...text].map((c) => (c === '1' || c === '!' ? one : (LOOKS_LIKE[c] ?? c))).join(''))
  const inner = typed.replaceAll(/^[^a-z]+|[^a-z]+$/gu, '')
  const lead = typed.replaceAll(/[^a-z]+$/gu, '')
  const segments = typed.split(/[^a-z\d@$]+/u).filter((segment) => /[a-z]/u.test(segment))
  // Several different words are a phrase of one's own; one word, however often, is not.
  const isOneWord = new Set(segments.map(lettersOf)).size === 1
  return [inner, ...[inner, lead, ...(isOneWord ? segments : [])].flatMap(spelled)].map(lettersOf)
}

/** `sakurasakura` → `sakura`. */
const halfOf = (core: string): string => {
  const half = core.slice(0, core.length / 2)
  return half + half === core ? half : core
}

/** All but at most two characters are neighbours on the keyboard or in the alphabet, in either direction. */
function isStretchOfKeys(typed: string): boolean {
  const rows = KEYBOARD.flatMap((row) => [row, [...row].toReversed().join('')])
  const shortest = Math.max(RUN, typed.length - 2)
  for (let length = shortest; length <= typed.length; length++)
    for (let at = 0; at + length <= typed.length; at++) if (rows.some((row) => row.includes(typed.slice(at, at + length)))) return true
  return false
}
