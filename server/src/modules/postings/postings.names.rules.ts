import type { Problem } from '../../kernel/problem.ts'
import { katakana } from '../../kernel/text.ts'
import { POSTING_STEPS } from './postings.form.ts'

/** What of an employer can stand in a text; `PLACE` is the address below the municipality. */
export interface EmployerTraces {
  name: string
  nameKana: string
  employerNumber: string | null
  corporateNumber: string | null
  representativeName: string
  address: string
  phone: string
  fax: string | null
  email: string | null
  webPage: string | null
}
type Trace = 'NAME' | 'NUMBER' | 'PERSON' | 'PHONE' | 'NET' | 'PLACE'

type Answers = Readonly<Record<string, unknown>>

/** R25: in scope 2 and 3 a text that everybody reads should not lead to the employer. Asked of the employer, and again of staff who accept. */
export function namesInTexts(answers: Answers, employer: EmployerTraces | null): Problem[] {
  const { scope } = answers
  if (!employer || (scope !== '2' && scope !== '3')) return []
  const looks = looksFor(answers, employer)
  return openTexts(answers).flatMap(({ path, label, text }) => {
    const traces = [...new Set(looks.flatMap(({ trace, isIn }) => (isIn(text) ? [trace] : [])))]
    return traces.length === 0
      ? []
      : [{ path, code: 'EMPLOYER_NAME_IN_FREE_TEXT', severity: 'CONFIRM', facts: { label, traces: traces.join(' ') } }]
  })
}

const isText = (kind: string): boolean => kind === 'TEXT' || kind === 'LONG_TEXT'
const OPEN_FIELDS = POSTING_STEPS.flatMap((step) =>
  step.fields.filter((field) => !field.identifying && !field.staffOnly).map((field) => ({ field, path: `${step.key}.${field.key}` })),
)

/** Texts that everybody reads, rows included: neither identifying nor for the office. */
function openTexts(answers: Answers): { path: string; label: string; text: string }[] {
  return OPEN_FIELDS.flatMap(({ field, path }) => {
    const answer = answers[field.key]
    if (isText(field.kind)) return typeof answer === 'string' ? [{ path, label: field.label, text: answer }] : []
    if (field.kind !== 'ROWS' || !Array.isArray(answer)) return []
    const columns = (field.columns ?? []).filter((column) => isText(column.kind))
    return answer.flatMap((row: Answers, index) =>
      columns.flatMap(({ key, label }) => {
        const text = row[key]
        return typeof text === 'string' ? [{ path: `${path}.${index}.${key}`, label: `${field.label}の${label}`, text }] : []
      }),
    )
  })
}

interface Look {
  trace: Trace
  isIn: (text: string) => boolean
}

function looksFor(answers: Answers, employer: EmployerTraces): Look[] {
  const typed = (key: string) => (typeof answers[key] === 'string' ? answers[key] : null)
  const all = (trace: Trace, texts: readonly (string | null)[], look: (text: string) => Look['isIn'] | null) =>
    texts.flatMap((text): Look[] => {
      const isIn = text === null ? null : look(text)
      return isIn ? [{ trace, isIn }] : []
    })
  return [
    ...all('NAME', namesOf(employer.name), nameLook),
    ...all('NAME', [employer.nameKana], kanaLook),
    ...all('NUMBER', [employer.employerNumber, employer.corporateNumber], digitsLook),
    ...all('PERSON', [employer.representativeName, typed('contactName')], personLook),
    ...all('PHONE', [employer.phone, employer.fax, typed('contactPhone'), typed('contactFax')], digitsLook),
    ...all('NET', [employer.webPage, employer.email, typed('contactEmail')], netLook),
    ...all('PLACE', [employer.address, typed('workplaceAddress')], placeLook),
  ]
}

const wide = (text: string): string => text.normalize('NFKC').toLowerCase()

/** Legal forms say nothing of a name, but show where one begins or ends. */
const LEGAL =
  /株式会社|有限会社|合同会社|合資会社|合名会社|(?:(?:社会)?医療|社会福祉|学校|宗教|農事組合|税理士|弁護士|司法書士|行政書士|監査|(?:一般|公益)(?:社団|財団)|特定非営利活動|npo)法人(?:社団|財団)?|\((?:株|有|同|資|名|医|福|社福|学|宗)\)/gu
const LEGAL_KANA =
  /カブシキガイシャ|カブシキカイシャ|ユウゲンガイシャ|ゴウドウガイシャ|ゴウシガイシャ|ゴウメイガイシャ|(?:シャカイ)?イリョウホウジン(?:シャダン|ザイダン)?|シャカイフクシホウジン|ガッコウホウジン|シュウキョウホウジン|(?:イッパン|コウエキ)(?:シャダン|ザイダン)ホウジン|トクテイヒエイリカツドウホウジン/gu
const EDGE = '|'

/** The whole name, and its parts where it is written in parts: 「医療法人汐見会 汐見病院」. Words for a kind of site are in many names. */
function namesOf(name: string): string[] {
  const parts = wide(name).split(/\s+/u)
  const own = parts
    .map(coreOf)
    .filter((part) => part.length > 2 && !/(?:本社|本店|本部|支社|支店|営業所|出張所|事業所|工場|店)$/u.test(part))
  return [...new Set([coreOf(wide(name)), ...own])]
}

const coreOf = (name: string): string => name.replaceAll(LEGAL, '').replaceAll(/[\s・]/gu, '')

/** Up to three characters are part of many words, and so are letters: they count only where the word begins and ends with them. */
const isShort = (core: string): boolean => core.length <= 3 || /^[a-z0-9&.-]+$/u.test(core)

function nameLook(core: string): Look['isIn'] | null {
  if (core === '') return null
  const word = spaced(core)
  return (text) => {
    const marked = wide(text).replaceAll(LEGAL, EDGE)
    return placesOf(word, marked).some(([from, to]) => {
      if (!isShort(core)) return true
      if (!standsAlone(marked, from, to)) return false
      return core.length > 1 || marked[from - 1] === EDGE || marked[to] === EDGE
    })
  }
}

function kanaLook(kana: string): Look['isIn'] | null {
  const core = kana
    .normalize('NFKC')
    .replaceAll(LEGAL_KANA, '')
    .replaceAll(/[\s・]/gu, '')
  if (core.length < 2) return null
  const word = spaced(core)
  if (core.length > 3) return (text) => placesOf(word, katakana(text.normalize('NFKC'))).length > 0
  return (text) => placesOf(word, text.normalize('NFKC')).some(([from, to]) => standsAlone(text.normalize('NFKC'), from, to))
}

/** A person's whole name; one of two characters is a word too often. */
function personLook(name: string): Look['isIn'] | null {
  const core = wide(name).replaceAll(/\s/gu, '')
  const word = spaced(core)
  return core.length < 3 ? null : (text) => placesOf(word, wide(text)).length > 0
}

/** The characters of a word one after the other, whatever space is between them. */
const spaced = (word: string): RegExp =>
  new RegExp([...word].map((character) => character.replace(/[\\^$.*+?()[\]{}|/]/u, String.raw`\$&`)).join(String.raw`[\s・]*`), 'gu')

const placesOf = (word: RegExp, text: string): [from: number, to: number][] =>
  [...text.matchAll(word)].map(({ index, 0: found }) => [index, index + found.length])

const SCRIPTS = [/[\p{Script=Han}々]/u, /\p{Script=Hiragana}/u, /[ァ-ヺー]/u, /[a-z0-9]/iu]
const scriptOf = (character: string | undefined): number =>
  character === undefined ? -1 : SCRIPTS.findIndex((script) => script.test(character))
const HIRAGANA = 1
const PARTICLE = /[はがのをにでとへもや]/u

/** No character of the same script before or after; between hiragana a particle may stand. */
function standsAlone(text: string, from: number, to: number): boolean {
  const isApart = (inside: string | undefined, outside: string | undefined) => {
    const script = scriptOf(inside)
    return script === -1 || script !== scriptOf(outside) || (script === HIRAGANA && PARTICLE.test(outside ?? ''))
  }
  return isApart(text[from], text[from - 1]) && isApart(text[to - 1], text[to])
}

/** Numbers of eight digits and more, however they are written; `+81` stands for the first 0. */
function digitsLook(number: string): Look['isIn'] | null {
  const digits = number.replaceAll(/\D/gu, '').replace(/^0/u, '')
  return digits.length < 8
    ? null
    : (text) =>
        text
          .normalize('NFKC')
          .replaceAll(/(?<=\d)[-‐‑‒–—―−ー()・.\s]+(?=\d)/gu, '')
          .includes(digits)
}

/** The domain of a web page or an address. */
function netLook(address: string): Look['isIn'] | null {
  const domain = /(?:@|:\/\/(?:www\.)?)([a-z0-9.-]+\.[a-z0-9-]+)/u.exec(wide(address))?.[1]
  if (domain === undefined) return null
  const whole = new RegExp(`(?<![a-z0-9-])${domain.replaceAll('.', String.raw`\.`)}(?![a-z0-9-])`, 'u')
  return (text) => whole.test(wide(text))
}

/** Town and number; the building may be missing. */
function placeLook(address: string): Look['isIn'] | null {
  const [place = ''] = wide(address).split(/\s/u)
  const plain = (text: string) => text.replaceAll(/(?<=\d)[‐‑‒–—―−ー](?=\d)/gu, '-')
  const word = spaced(plain(place))
  return place.length < 5 || !/\d/u.test(place) ? null : (text) => placesOf(word, plain(wide(text))).length > 0
}
