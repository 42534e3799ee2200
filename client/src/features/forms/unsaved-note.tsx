import { CloudOff } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Banner } from '../../ui/banner.tsx'
import { Link } from '../../ui/link.tsx'
import type { StepDef } from './form-step.ts'

/** Milliseconds that a save may take without a word. */
const PATIENCE = 2_000

/** Before somebody sends a form off: parts of it have not arrived yet. */
export function UnsavedNote(props: { unsaved: readonly string[]; steps: readonly StepDef[]; hub: string }) {
  const { unsaved, steps, hub } = props
  const { t } = useTranslation('employer')
  const [late, setLate] = useState(false)
  const any = unsaved.length > 0
  useEffect(() => {
    if (!any) return
    const timer = setTimeout(() => setLate(true), PATIENCE)
    return () => {
      clearTimeout(timer)
      setLate(false)
    }
  }, [any])
  if (!any || !late) return null
  return (
    <Banner kind="warn" icon={CloudOff} live title={t('form.unsaved.title')}>
      <p className="small">{t('form.unsaved.what')}</p>
      <ul className="mt-1">
        {steps
          .filter((step) => unsaved.includes(step.key))
          .map((step) => (
            <li key={step.key}>
              <Link to={`${hub}/${step.key}`}>{step.title}</Link>
            </li>
          ))}
      </ul>
    </Banner>
  )
}
