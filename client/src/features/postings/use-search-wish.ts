import { useEffect, useRef, useState } from 'react'
import type { JobsSearch } from './jobs-search.ts'

/** Milliseconds in which several ticks become one search (PAGES 2.2). */
const PAUSE = 300

/** What is ticked shows at once; the search follows a moment later, and another place in the history wins over both. */
export function useSearchWish(search: JobsSearch, apply: (search: JobsSearch) => void) {
  const [wish, setWish] = useState<JobsSearch | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const applying = useRef(apply)
  useEffect(() => {
    applying.current = apply
  })
  useEffect(() => {
    if (timer.current === undefined) setWish(null)
  }, [search])
  useEffect(() => () => clearTimeout(timer.current), [])
  const change = (next: JobsSearch) => {
    setWish(next)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      timer.current = undefined
      applying.current(next)
    }, PAUSE)
  }
  return { wish: wish ?? search, change }
}
