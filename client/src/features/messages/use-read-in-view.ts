import { type RefObject, useEffect, useRef } from 'react'

/** A message counts as read after this long in view (PAGES 2.6). */
const READ_AFTER = 1_000
/** Pixels of a message that must be seen. */
const SEEN = 24

function lastInView(scroller: HTMLElement): number {
  const below = scroller.getBoundingClientRect().bottom
  let seq = 0
  for (const row of scroller.querySelectorAll<HTMLElement>('[data-seq]')) {
    if (row.getBoundingClientRect().top + SEEN > below) break
    seq = Number(row.dataset['seq'])
  }
  return seq
}

/** Tells which number has been in view for a second, in a focused window. */
export function useReadInView(
  scroller: RefObject<HTMLElement | null>,
  lastSeq: number,
  readSeq: number,
  onRead: (seq: number) => Promise<boolean>,
): void {
  const told = useRef(readSeq)
  useEffect(() => {
    told.current = Math.max(told.current, readSeq)
  }, [readSeq])
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let goal = 0
    const looking = () => document.visibilityState === 'visible' && document.hasFocus()
    const stop = () => {
      clearTimeout(timer)
      timer = undefined
    }
    const look = () => {
      if (!looking()) return stop()
      const seq = lastInView(element)
      if (seq <= told.current || (timer !== undefined && seq === goal)) return
      stop()
      goal = seq
      timer = setTimeout(() => {
        timer = undefined
        const now = Math.min(goal, lastInView(element))
        if (!looking() || now <= told.current) return
        const before = told.current
        told.current = now
        void onRead(now).then((heard) => {
          if (!heard) told.current = before
        })
      }, READ_AFTER)
    }
    look()
    element.addEventListener('scroll', look, { passive: true })
    window.addEventListener('focus', look)
    window.addEventListener('blur', stop)
    document.addEventListener('visibilitychange', look)
    return () => {
      stop()
      element.removeEventListener('scroll', look)
      window.removeEventListener('focus', look)
      window.removeEventListener('blur', stop)
      document.removeEventListener('visibilitychange', look)
    }
  }, [scroller, lastSeq, onRead])
}
