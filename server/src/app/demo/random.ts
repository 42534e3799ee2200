/** A seeded stream of numbers (mulberry32): the same seed tells the same demo on every machine. */
export type Random = {
  /** From 0 up to, not including, 1. */
  next(): number
  /** Whole number from `low` to `high`, both included. */
  int(low: number, high: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
  /** `count` different members in the order of the list, or all when there are fewer. */
  some<T>(list: readonly T[], count: number): T[]
  weighted<T>(list: readonly (readonly [T, number])[]): T
  shuffle<T>(list: readonly T[]): T[]
}

function hash(text: string): number {
  let h = 2166136261
  for (const c of text) h = Math.imul(h ^ (c.codePointAt(0) ?? 0), 16777619)
  return h >>> 0
}

export function randomOf(seed: string): Random {
  let state = hash(seed)
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  const pick = <T>(list: readonly T[]): T => {
    const member = list[int(0, list.length - 1)]
    if (member === undefined) throw new Error('nothing to pick from')
    return member
  }
  const shuffle = <T>(list: readonly T[]): T[] =>
    list
      .map((member) => [next(), member] as const)
      .sort(([a], [b]) => a - b)
      .map(([, member]) => member)
  return {
    next,
    int,
    pick,
    shuffle,
    chance: (probability) => next() < probability,
    some: (list, count) => {
      const chosen = new Set(shuffle(list.map((_, index) => index)).slice(0, count))
      return list.filter((_, index) => chosen.has(index))
    },
    weighted: (list) => {
      let left = next() * list.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [member, weight] of list) {
        left -= weight
        if (left < 0) return member
      }
      return pick(list)[0]
    },
  }
}
