/** What a press is meant for: the nearest thing that can be pressed or filled in. A label stands for its field. */
function meantBy(target: EventTarget | null): Element | null {
  if (!(target instanceof Element)) return null
  const found = target.closest('a, button, summary, label, input, select, textarea, [role="button"], [role="tab"], [role="menuitem"]')
  return found instanceof HTMLLabelElement ? (found.control ?? found) : found
}
const isField = (element: Element): boolean => element.matches('input, select, textarea')

/** Milliseconds and pixels within which two presses are one double click, where the browser does not count them. */
const SOON = 500
const NEAR = 6

/**
 * A double click is one press. Its second half presses nothing again, and nothing that has come up under the pointer meanwhile:
 * not the next page's button, not a choice nobody has read, not the empty place beside a dialog; nor does it take the focus. Enter held down is one press as well.
 */
export function onePress(root: Window): () => void {
  let first: Element | null = null
  let last = { at: -SOON, x: 0, y: 0 }
  let second = false
  const swallow = (event: Event) => {
    const now = meantBy(event.target)
    if (now === first && (now === null || isField(now))) return
    event.stopPropagation()
    if (!event.type.startsWith('pointer')) event.preventDefault()
  }
  const down = (event: PointerEvent) => {
    const { timeStamp: at, clientX: x, clientY: y } = event
    second = at - last.at < SOON && Math.abs(x - last.x) < NEAR && Math.abs(y - last.y) < NEAR
    last = { at, x, y }
    if (second) swallow(event)
    else first = meantBy(event.target)
  }
  const up = (event: PointerEvent) => second && swallow(event)
  const counted = (event: MouseEvent) => event.detail > 1 && swallow(event)
  const key = (event: KeyboardEvent) => {
    const { target } = event
    if (event.repeat && event.key === 'Enter' && target instanceof Element && target.matches('a, button, summary, input'))
      event.preventDefault()
  }
  const listeners = Object.entries({ pointerdown: down, pointerup: up, mousedown: counted, click: counted, keydown: key }) as [
    string,
    EventListener,
  ][]
  for (const [type, listener] of listeners) root.addEventListener(type, listener, true)
  return () => {
    for (const [type, listener] of listeners) root.removeEventListener(type, listener, true)
  }
}
