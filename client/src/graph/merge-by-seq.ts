import type { FieldPolicy, Reference } from '@apollo/client'

type SeqOf<T> = (item: T) => number

/**
 * Numbered things from several answers as one line without doubles: what came last stands for its number.
 * A newer piece that does not join what is known replaces it, so that no hole is ever shown as if nothing were missing.
 */
export function mergeBySeq<T>(known: readonly T[], incoming: readonly T[], seqOf: SeqOf<T>): T[] {
  const ofKnown = sorted(known, seqOf)
  const ofIncoming = sorted(incoming, seqOf)
  const [last, first] = [ofKnown.at(-1), ofIncoming[0]]
  if (last === undefined || first === undefined) return last === undefined ? ofIncoming : ofKnown
  if (seqOf(first) > seqOf(last) + 1) return ofIncoming
  const [knownFirst, incomingLast] = [ofKnown[0], ofIncoming.at(-1)]
  if (knownFirst !== undefined && incomingLast !== undefined && seqOf(incomingLast) < seqOf(knownFirst) - 1) return ofKnown
  return sorted([...ofKnown, ...ofIncoming], seqOf)
}

/** One thing at its number. What is still missing before it is on its way, and goes in between. */
export const putBySeq = <T>(known: readonly T[], one: T, seqOf: SeqOf<T>): T[] => sorted([...known, one], seqOf)

/** The last number before the first hole: from there something can still be missing. */
export function joinedUntil(items: readonly { seq: number }[]): number {
  const hole = items.findIndex(({ seq }, i) => i > 0 && seq !== (items[i - 1]?.seq ?? 0) + 1)
  return items.at(hole < 0 ? -1 : hole - 1)?.seq ?? 0
}

function sorted<T>(items: readonly T[], seqOf: SeqOf<T>): T[] {
  const bySeq = new Map(items.map((item) => [seqOf(item), item]))
  return [...bySeq.values()].sort((a, b) => seqOf(a) - seqOf(b))
}

/** A field whose pages, new arrivals and re-reads make one line in order of `seq`. */
export const numbered: FieldPolicy<readonly Reference[]> = {
  keyArgs: false,
  merge: (known, incoming, { readField }) => mergeBySeq(known ?? [], incoming, (ref) => readField<number>('seq', ref) ?? 0),
}
