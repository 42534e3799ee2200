import { keptBelow, keptPlace } from '../../graph/kept.ts'
import { requestKey } from '../../graph/request-key.ts'
import type { BrowserCopy } from './draft-state.ts'
import type { CopyPlace } from './draft-store.ts'

/** This page of the browser, until it is closed or read anew. */
const TAB = requestKey()

/** Where the words of one step lie: `posting:step`. */
export const copyName = (step: string): string => `draft:${step}:`

export function copyPlace(account: string, step: string, now: () => Date): CopyPlace {
  const beginning = copyName(step)
  const own = keptPlace<BrowserCopy>(account, beginning + TAB, now)
  let others: string[] = []
  return {
    read: async () => {
      const found = (await keptBelow<BrowserCopy>(account, beginning)).filter(({ name }) => name !== beginning + TAB)
      others = found.map(({ name }) => name)
      return found.map(({ value }) => value).toReversed()
    },
    write: own.write,
    clear: own.clear,
    clearRead: async () => {
      await Promise.all(others.map((name) => keptPlace(account, name, now).clear()))
      others = []
    },
  }
}
