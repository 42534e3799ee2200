import { useLocation } from '@tanstack/react-router'
import { useNavigateTo } from '../../ui/link.tsx'

type Stage = 'write' | 'check' | 'done'

export const STAGES: readonly Stage[] = ['write', 'check', 'done']

/** Which of the three pages is shown stands in the address, so that the way back leads to the one before. */
export function useApplyStage() {
  const { pathname, search } = useLocation()
  const go = useNavigateTo()
  const asked = (search as Record<string, unknown>)['step']
  const stage = STAGES.find((one) => one === asked) ?? 'write'
  const goTo = (next: Stage) => {
    if (next === stage) return
    go(next === 'write' ? pathname : `${pathname}?step=${next}`, { replace: next === 'done' })
    window.scrollTo(0, 0)
  }
  return { asked: stage, goTo }
}
