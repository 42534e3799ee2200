import { normalise } from '../../kernel/tokens.ts'
import { occupationMajorByCode, occupationMajors, occupationMiddleByCode, occupationMiddles } from './data/classes.rules.ts'
import { municipalities, municipalityByCode, nameInAddress, prefectureByCode, prefectures } from './data/places.rules.ts'
import wordRows from './data/occupation-words.json' with { type: 'json' }

export const SUGGESTION_KINDS = ['OCCUPATION_MAJOR', 'OCCUPATION', 'PREFECTURE', 'MUNICIPALITY'] as const
export type SuggestionKind = (typeof SUGGESTION_KINDS)[number]

/** What a person may mean, to choose instead of typing on. */
export interface Suggestion {
  kind: SuggestionKind
  code: string
  name: string
  /** What it lies in: tells one 府中市 from the other. */
  within: string | null
  /** The everyday word that led to it, where its name does not hold it. */
  word: string | null
}

/** Everyday words for occupations, the likeliest class first. */
export const occupationWords: readonly { word: string; kana?: string; codes: string[] }[] = wordRows

const wordsByCode = new Map(
  occupationMiddles.map(({ code }) => [
    code,
    occupationWords.filter(({ codes }) => codes.includes(code)).flatMap(({ word, kana }) => (kana === undefined ? [word] : [word, kana])),
  ]),
)

/** What else a class is called, with readings. */
export const wordsOfOccupation = (code: string): string[] => wordsByCode.get(code) ?? []

/** One way to write what a suggestion stands for. `rank` orders what is found equally well: the smaller, the likelier. */
interface Entry {
  key: string
  suggestion: Suggestion
  rank: number
}

const MAX_TEXT = 50
/** Letters of a syllable that is still being typed: かいg. */
const HALF_TYPED = /(?<=[ぁ-ゖー])[a-z]{1,3}$/u
/** A name written out from its prefecture on comes after those that begin so themselves. */
const WITH_PREFECTURE = 10
const PLACE_ENDING = /(?:都|府|県|市|区|町|村)$/u

const keyOf = (text: string) => normalise(text).replaceAll(' ', '')

const entriesOf = (suggestion: Suggestion, names: readonly string[], rank: number): Entry[] =>
  [...new Set(names.map(keyOf))].map((key) => ({ key, suggestion, rank }))

const occupationSuggestion = (code: string, everyday: string | null): Suggestion => {
  const middle = occupationMiddleByCode(code)
  const major = occupationMajorByCode(middle?.major ?? code)
  if (!major) throw new Error(`no occupation ${code}`)
  const word = everyday === null || keyOf((middle ?? major).name).includes(keyOf(everyday)) ? null : everyday
  if (!middle) return { kind: 'OCCUPATION_MAJOR', code, name: major.name, within: null, word }
  return { kind: 'OCCUPATION', code, name: middle.name, within: major.name, word }
}

function municipalityEntries(): Entry[] {
  const whole = new Set(municipalities.flatMap(({ city }) => city ?? []))
  return municipalities.flatMap((row) => {
    const city = row.city === undefined ? undefined : municipalityByCode(row.city)
    const within = prefectureByCode(row.code.slice(0, 2))?.name ?? ''
    const names = [row.name, nameInAddress(row), row.kana]
    if (city) names.push(row.name.slice(city.name.length), row.kana.slice(city.kana.length))
    const size = whole.has(row.code) ? 1 : city ? 3 : /[市区]$/u.test(row.name) ? 2 : 4
    const suggestion: Suggestion = { kind: 'MUNICIPALITY', code: row.code, name: nameInAddress(row), within, word: null }
    return [...entriesOf(suggestion, names, size), ...entriesOf(suggestion, [within + nameInAddress(row)], size + WITH_PREFECTURE)]
  })
}

/** In the order in which entries that fit equally well are shown. */
const ENTRIES: readonly Entry[] = [
  ...prefectures.flatMap(({ code, name, kana }) =>
    entriesOf({ kind: 'PREFECTURE', code, name, within: null, word: null }, [name, kana], 0),
  ),
  ...occupationWords.flatMap(({ word, kana, codes }) =>
    codes.flatMap((code, place) => entriesOf(occupationSuggestion(code, word), kana === undefined ? [word] : [word, kana], place)),
  ),
  ...occupationMajors.flatMap(({ code, name }) => entriesOf(occupationSuggestion(code, null), [name], 0)),
  ...occupationMiddles.flatMap(({ code, name }) => entriesOf(occupationSuggestion(code, null), [name], 1)),
  ...municipalityEntries(),
].toSorted((a, b) => a.rank - b.rank || a.key.length - b.key.length)

/** The whole of it, all but 「県」 or 「市」, its beginning, within it. */
const FITS = 4

function fit(key: string, typed: string): number | null {
  const at = key.indexOf(typed)
  if (at !== 0) return at < 0 ? null : 3
  if (key.length === typed.length) return 0
  return key.length === typed.length + 1 && PLACE_ENDING.test(key) ? 1 : 2
}

/** Best first, each class and place once. Without words: the coarse lists to begin with. */
export function suggest(text: string, first: number, kinds: readonly SuggestionKind[] = SUGGESTION_KINDS): Suggestion[] {
  const typed = keyOf(text.slice(0, MAX_TEXT)).replace(HALF_TYPED, '')
  const wanted = new Set(kinds)
  if (typed === '') return typedNothing(wanted).slice(0, first)
  const found = Array.from({ length: FITS }, (): Suggestion[] => [])
  for (const { key, suggestion } of ENTRIES) {
    const fits = wanted.has(suggestion.kind) ? fit(key, typed) : null
    if (fits !== null) found[fits]?.push(suggestion)
  }
  const best = new Map<string, Suggestion>()
  for (const suggestion of found.flat()) {
    const id = suggestion.kind + suggestion.code
    if (!best.has(id)) best.set(id, suggestion)
    if (best.size === first) break
  }
  return [...best.values()]
}

const typedNothing = (wanted: ReadonlySet<SuggestionKind>): Suggestion[] => [
  ...(wanted.has('OCCUPATION_MAJOR') ? occupationMajors.map(({ code }) => occupationSuggestion(code, null)) : []),
  ...(wanted.has('PREFECTURE')
    ? prefectures.map(({ code, name }): Suggestion => ({ kind: 'PREFECTURE', code, name, within: null, word: null }))
    : []),
]
