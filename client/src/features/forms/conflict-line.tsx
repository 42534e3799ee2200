import { TriangleAlert } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { focusField } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { CONFLICT_ID } from './conflict-choice.tsx'

/** While somebody writes further down, the choice above is out of sight: a line at the edge leads there. */
export function ConflictLine() {
  const { t } = useTranslation('employer')
  const [seen, setSeen] = useState(true)
  useEffect(() => {
    const choice = document.getElementById(CONFLICT_ID)
    if (!choice) return
    const observer = new IntersectionObserver(([entry]) => setSeen(entry?.isIntersecting ?? true))
    observer.observe(choice)
    return () => observer.disconnect()
  }, [])
  if (seen) return null
  return (
    <div className="edge-line small">
      <Icon of={TriangleAlert} />
      <span className="min-w-0 flex-1 basis-56">{t('form.conflict.waits')}</span>
      <Button size="s" onPress={() => focusField(CONFLICT_ID)}>
        {t('form.conflict.look')}
      </Button>
    </div>
  )
}
