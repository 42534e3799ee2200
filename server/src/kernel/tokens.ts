/**
 * Search without a dictionary: normalised text is cut into tokens of one and two characters, packed into 32 bits, and kept beside
 * the values people filter by in one integer array. Made in the application only, so that writing and asking can never disagree.
 */

const KATAKANA = /[\u30a1-\u30f6]/gu
const SIGNS = /[^\p{L}\p{N}\p{M}ー々〆+#.]+/gu
/** 駒ヶ根 and 駒ケ根, 三ヵ月 and 三カ月: written either way. */
const SMALL_KA = /[ゕゖ]/gu
const THOUSANDS = /(?<=\d),(?=\d{3}(?!\d))/gu
/** Typed for a hyphen: 1301ー999999ー9. */
const LONG_AMONG_DIGITS = /(?<=\d)ー(?=\d)/gu
const BLANK = new Set([0x20, 0x0a])

/** What two spellings have in common: width, case, kana, commas in numbers. Every other sign is a space. */
export const normalise = (text: string): string =>
  text
    .toWellFormed()
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(KATAKANA, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replaceAll(SMALL_KA, (small) => (small === 'ゕ' ? 'か' : 'け'))
    .replaceAll(THOUSANDS, '')
    .replaceAll(LONG_AMONG_DIGITS, ' ')
    .replaceAll(SIGNS, ' ')
    .trim()

/** Several texts as one; no word and no phrase reaches from one text into the next. */
export const normaliseAll = (texts: readonly (string | null | undefined)[]): string =>
  texts
    .map((text) => normalise(text ?? ''))
    .filter((text) => text !== '')
    .join('\n')

/** The array's elements are signed, as PostgreSQL's int4 is. */
const pair = (first: number, second: number): number => (first << 16) | second

/** All tokens of a normalised text: each character alone and each two neighbours. */
export function tokensOfText(normalised: string): number[] {
  const tokens = new Set<number>()
  for (let i = 0; i < normalised.length; i++) {
    const first = normalised.charCodeAt(i)
    if (BLANK.has(first)) continue
    tokens.add(pair(first, 0))
    const second = normalised.charCodeAt(i + 1)
    if (i + 1 < normalised.length && !BLANK.has(second)) tokens.add(pair(first, second))
  }
  return [...tokens]
}

/** The tokens every text with this word has: neighbours, or the one character where the word has no neighbours. */
export function tokensOfWord(normalised: string): number[] {
  const tokens = new Set<number>()
  for (const part of normalised.split(' '))
    if (part.length === 1) tokens.add(pair(part.charCodeAt(0), 0))
    else for (let i = 0; i + 1 < part.length; i++) tokens.add(pair(part.charCodeAt(i), part.charCodeAt(i + 1)))
  return [...tokens]
}

/** Every text with the tokens has the word: longer words must be looked up in the text. */
export const isExact = (normalised: string): boolean => normalised.length <= 2 && !normalised.includes(' ')

/** First of the private characters, which no normalised text holds. */
const VALUE_PLANE = 0xe000
const LAST_VALUE = 0xffff

/** A value people filter by; `kind` counts from 1 and `value` fits 16 bits. */
export function tokenOfValue(kind: number, value: number): number {
  if (!Number.isInteger(value) || value < 0 || value > LAST_VALUE) throw new Error(`no token for the value ${value}`)
  return pair(VALUE_PLANE + kind, value)
}

export interface Word {
  /** As typed, for the echo. */
  typed: string
  /** Normalised; a phrase holds spaces. */
  text: string
  /** 求人番号, as it is written. */
  number?: string
}

/** 「介護 夜勤 OR 日勤 -派遣 "未経験 歓迎"」: every group of `all` must be met by one of its words, no word of `none` may stand. */
export interface Words {
  all: Word[][]
  none: Word[]
  /** Words beyond the limit were left out. */
  shortened: boolean
}

const MAX_LENGTH = 1000
const MAX_WORDS = 16
const QUOTES = /[“”„‟＂]/gu
const TERM = /([-－−‐–])?(?:"([^"]*)"?|([^\s"]+))/gu
const POSTING_NUMBER = /^(\d{5})[-−‐–—―ー]?(\d{8})$/u
/** 事業所番号, normalised: its hyphens tell it from a phone number. */
const EMPLOYER_NUMBER = /^\d{4} \d{6} \d$/u
const BETWEEN_NUMBERS = /[,、，;；/]/u
const OR = new Set(['OR', '|', '||'])
const AND = new Set(['AND', '&', '&&'])

type Piece = 'OR' | 'AND' | { typed: string; excluded: boolean; quoted: boolean }

function piecesOf(text: string): Piece[] {
  return [...text.matchAll(TERM)].flatMap(([, minus, quoted, plain]): Piece[] => {
    const [typed, excluded] = [quoted ?? plain ?? '', minus !== undefined]
    const operator = quoted === undefined && !excluded ? typed.normalize('NFKC') : ''
    if (OR.has(operator)) return ['OR']
    if (AND.has(operator)) return ['AND']
    const listed = quoted === undefined ? typed.split(BETWEEN_NUMBERS) : []
    const each = listed.length > 1 && listed.every((part) => postingNumberIn(part) !== null) ? listed : [typed]
    return each.map((one) => ({ typed: one, excluded, quoted: quoted !== undefined }))
  })
}

/** Reads what was typed; nothing typed is refused, signs that mean nothing are left out. */
export function readWords(typed: string): Words {
  const all: Word[][] = []
  const none: Word[] = []
  const text = typed.toWellFormed().replaceAll('\0', ' ').slice(0, MAX_LENGTH).replaceAll(QUOTES, '"').replaceAll('　', ' ')
  const pieces = piecesOf(text)
  let shortened = typed.length > MAX_LENGTH
  let count = 0
  let joined = false
  /** A posting has one number: several are choices, whatever stands between them. */
  let numbers: Word[] | null = null
  for (const [at, piece] of pieces.entries()) {
    if (piece === 'OR') joined = all.length > 0
    if (typeof piece === 'string') continue
    const number = piece.excluded ? null : postingNumberIn(piece.typed)
    const words = number === null ? wordsOf(piece, joined || pieces[at + 1] === 'OR') : [number]
    if (words.length === 0) continue
    if ((count += words.length) > MAX_WORDS) {
      shortened = true
      break
    }
    if (piece.excluded) none.push(...words)
    else if (joined || (number !== null && numbers !== null)) (joined ? all.at(-1) : numbers)?.push(...words)
    else all.push(...words.map((word) => [word]))
    if (number !== null) numbers ??= all.at(-1) ?? null
    joined = false
  }
  return { all, none, shortened }
}

/** 求人番号 in any width, with or without its hyphen, reads as it stands in the text. */
function postingNumberIn(typed: string): Word | null {
  const number = POSTING_NUMBER.exec(typed.normalize('NFKC').trim())
  return number && { typed: typed.trim(), text: `${number[1]} ${number[2]}`, number: `${number[1]}-${number[2]}` }
}

/** Signs within a word part it, 「経理/総務」; quoted, excluded or beside an OR it is one phrase. */
function wordsOf({ typed, excluded, quoted }: Exclude<Piece, string>, beside: boolean): Word[] {
  const text = normalise(typed)
  if (text === '') return []
  const whole = quoted || excluded || beside || !text.includes(' ') || EMPLOYER_NUMBER.test(text)
  if (whole) return [{ typed: typed.trim(), text }]
  return text.split(' ').map((part) => ({ typed: part, text: part }))
}

/** How the words were read, for people; null where they are nothing but words. */
export function readAs({ all, none, shortened }: Words, typed: string): string | null {
  if (typed.trim() === '') return null
  if (all.length === 0 && none.length === 0) return 'さがせる文字がありません。言葉をのぞいて表示しています'
  const plain = all.every((group) => group.length === 1 && !group[0]?.typed.includes(' '))
  if (plain && none.length === 0 && !shortened) return null
  const quote = (word: Word) => `「${word.typed}」`
  const groups = all.map((group) => group.map(quote).join('か'))
  const wanted = groups.length === 0 ? [] : [groups.length === 1 ? `${groups[0]}をふくむ` : `${groups.join('と')}をすべてふくむ`]
  const unwanted = none.length === 0 ? [] : [`${none.map(quote).join('と')}をふくまない`]
  const read = [...wanted, ...unwanted].join('、')
  return shortened ? `${read}(長いため、ここまでの言葉でさがしています)` : read
}
