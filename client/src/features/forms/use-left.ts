import { useCallback, useState } from 'react'

let pressed = false
const heard = (down: boolean) => () => {
  pressed = down
}
document.addEventListener('pointerdown', heard(true), true)
document.addEventListener('pointerup', heard(false), true)
document.addEventListener('pointercancel', heard(false), true)

/** A page that moves between press and release takes the click away from what was pressed. */
const released = (): Promise<void> =>
  pressed
    ? new Promise((resolve) => {
        const done = () => {
          document.removeEventListener('pointerup', done, true)
          document.removeEventListener('pointercancel', done, true)
          setTimeout(resolve)
        }
        document.addEventListener('pointerup', done, true)
        document.addEventListener('pointercancel', done, true)
      })
    : Promise.resolve()

/** Fields a person has left: saved when nothing is being pressed any more, and they speak once the server has read the answer. */
export function useLeft(flush: () => Promise<unknown>): { left: ReadonlySet<string>; leave: (key: string) => void } {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const leave = useCallback(
    (key: string) => {
      void released()
        .then(flush)
        .then(() => setLeft((before) => (before.has(key) ? before : new Set(before).add(key))))
    },
    [flush],
  )
  return { left, leave }
}
