import { ArrowDown, Check as CheckIcon } from 'lucide-react'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Check } from '../../ui/choices.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Progress } from '../../ui/progress.tsx'
import { minutesLeft, type Reading, readTo, UNREAD } from './reading.ts'

interface GateText {
  key: string
  title: string
  characters: number
  text: ReactNode
}

interface TermsGateProps {
  texts: readonly GateText[]
  agreed: boolean
  onAgree: (agreed: boolean) => void
}

/** The tick becomes available when every text was read to its end; until then it says which is missing (PAGES 2.12). */
export function TermsGate({ texts, agreed, onAgree }: TermsGateProps) {
  const { t } = useTranslation('account')
  const [readings, setReadings] = useState<Record<string, Reading>>(() =>
    agreed ? Object.fromEntries(texts.map(({ key }) => [key, { percent: 100, done: true }])) : {},
  )
  const missing = texts.filter(({ key }) => !readings[key]?.done).map(({ title }) => title)
  return (
    <>
      {texts.map((text) => (
        <ReadingBox
          key={text.key}
          text={text}
          reading={readings[text.key] ?? UNREAD}
          onRead={(box) =>
            setReadings((before) => {
              const old = before[text.key] ?? UNREAD
              const next = readTo(old, box)
              return next === old || next.percent === old.percent ? before : { ...before, [text.key]: next }
            })
          }
        />
      ))}
      <div className="mt-5">
        <Check
          id="agree"
          checked={agreed}
          onChange={onAgree}
          unavailable={missing.length > 0 ? t('terms.missing', { texts: missing.join(t('terms.and')) }) : undefined}
        >
          {t('terms.agree')}
        </Check>
      </div>
    </>
  )
}

function ReadingBox(props: { text: GateText; reading: Reading; onRead: (box: HTMLElement) => void }) {
  const { text, reading, onRead } = props
  const { t } = useTranslation('account')
  const box = useRef<HTMLDivElement>(null)
  const measured = useRef(onRead)
  const id = useId()
  const [closed, setClosed] = useState(reading.done)
  useEffect(() => {
    measured.current = onRead
  })
  useEffect(() => {
    const element = box.current
    if (!element) return
    const measure = () => measured.current(element)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [closed])
  const goOn = () => {
    const element = box.current
    if (!element) return
    element.scrollBy({ top: element.clientHeight * 0.85 })
    element.focus({ preventScroll: true })
  }
  return (
    <div className="card card-flush mt-4">
      <div className="flex items-center justify-between gap-3 border-b border-line px-4 py-3">
        <h2 id={id} className="text-[1.0625rem]">
          {text.title}
        </h2>
        <span>
          {!reading.done && <span className="small mute num">{t('terms.left', { minutes: minutesLeft(text.characters, reading) })}</span>}
          <span role="status">
            {reading.done && (
              <Badge kind="ok" icon={CheckIcon}>
                {t('terms.read')}
                <span className="sr">{text.title}</span>
              </Badge>
            )}
          </span>
        </span>
      </div>
      {closed && (
        <p className="small sub px-4 py-3">
          {t('terms.readAll')}
          <button type="button" className="min-h-6 text-key-1000 underline" onClick={() => setClosed(false)}>
            {t('terms.again')}
          </button>
        </p>
      )}
      {!closed && (
        <>
          <div
            ref={box}
            className="h-64 overflow-y-auto px-4 py-3"
            tabIndex={0}
            role="region"
            aria-labelledby={id}
            onScroll={(event) => onRead(event.currentTarget)}
          >
            {text.text}
          </div>
          {!reading.done && (
            <div className="border-t border-line px-4 py-3">
              <Progress
                bare
                label={t('terms.progress', { title: text.title })}
                value={reading.percent}
                max={100}
                valueText={t('terms.percent', { percent: reading.percent })}
              />
              <div className="mt-2 flex flex-wrap items-center justify-between gap-2">
                <span className="small sub num">{t('terms.percent', { percent: reading.percent })}</span>
                <Button variant="text" size="s" onPress={goOn}>
                  <Icon of={ArrowDown} size="s" />
                  {t('terms.goOn')}
                </Button>
              </div>
            </div>
          )}
        </>
      )}
    </div>
  )
}
