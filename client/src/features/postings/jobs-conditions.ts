import { changed, type JobsSearch, some } from './jobs-search.ts'

/** Several values of one kind. */
const LISTS = ['muni', 'major', 'occ', 'ind', 'time', 'type', 'sys', 'off', 'ins', 'flags'] as const
/** One value of a kind. */
const SINGLE = ['hourly', 'monthly', 'holidays', 'overtime', 'week', 'from', 'until', 'age', 'retire', 'staff', 'days'] as const
/** Each one asked for must be there, so each can be taken off alone. */
const JOINED = ['off', 'ins', 'flags'] as const
/** One of them suffices, so they are taken off together. */
const CHOICES = ['ind', 'time', 'type', 'sys'] as const

/** One thing that is set, with its value where it has one, and the search without it. */
export interface Condition {
  kind: 'word' | 'title' | 'pref' | (typeof LISTS)[number] | (typeof SINGLE)[number]
  value: string
  without: JobsSearch
}

const without = (search: JobsSearch, kind: 'pref' | (typeof LISTS)[number], value: string): Condition => ({
  kind,
  value,
  without: changed(search, { [kind]: (search[kind] as string[] | undefined)?.filter((one) => one !== value) }),
})

const withoutSingles = (search: JobsSearch): Condition[] =>
  SINGLE.filter((kind) => search[kind] !== undefined).map((kind) => ({
    kind,
    value: String(search[kind]),
    without: changed(search, { [kind]: undefined }),
  }))

/** What is set, one by one, for chips; a municipality stands for its prefecture, a finer occupation for its coarser one. */
export function conditionsOf(search: JobsSearch): Condition[] {
  const narrowed = new Set((search.muni ?? []).map((code) => code.slice(0, 2)))
  return [
    ...(search.q && search.title ? [{ kind: 'title', value: '', without: changed(search, { title: undefined }) } as const] : []),
    ...(search.pref ?? []).filter((code) => !narrowed.has(code)).map((value) => without(search, 'pref', value)),
    ...LISTS.flatMap((kind) => (search[kind] ?? []).map((value) => without(search, kind, value))),
    ...withoutSingles(search),
  ]
}

/** Words with operators or quotes are taken off together; their parts mean nothing alone. */
const hasOperators = (q: string): boolean => /(?:^|\s)(?:OR|[-−ー－-].+)(?:\s|$)|["“”„]/u.test(q)

function withoutWords(search: JobsSearch): Condition[] {
  const q = search.q ?? ''
  const words = q.split(/[\s\u3000]+/u).filter((word) => word !== '')
  if (words.length > 1 && !hasOperators(q))
    return words.map((value, index) => ({
      kind: 'word',
      value,
      without: changed(search, { q: words.filter((_, at) => at !== index).join(' ') }),
    }))
  return words.length > 0 ? [{ kind: 'word', value: q, without: changed(search, { q: undefined, title: undefined }) }] : []
}

/**
 * What could be taken off when nothing is found. Several choices of one kind widen each other already,
 * so they are taken off together; a municipality widens to its prefecture.
 */
export function removalsOf(search: JobsSearch): Condition[] {
  const all = (kind: Condition['kind'], values: readonly string[] | undefined, change: Parameters<typeof changed>[1]): Condition[] =>
    values ? [{ kind, value: values.join(' '), without: changed(search, change) }] : []
  const prefectures = some([...new Set((search.muni ?? []).map((code) => code.slice(0, 2)))])
  const occupations = some([...(search.major ?? []), ...(search.occ ?? [])])
  return [
    ...withoutWords(search),
    ...(search.q && search.title ? all('title', [], { title: undefined }) : []),
    ...all('muni', search.muni, { muni: undefined, pref: prefectures }),
    ...(search.muni ? [] : all('pref', search.pref, { pref: undefined })),
    ...all('major', occupations, { major: undefined, occ: undefined }),
    ...CHOICES.flatMap((kind) => all(kind, search[kind], { [kind]: undefined })),
    ...JOINED.flatMap((kind) => (search[kind] ?? []).map((value) => without(search, kind, value))),
    ...withoutSingles(search),
  ]
}
