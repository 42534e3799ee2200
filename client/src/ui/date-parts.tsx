import { Check } from 'lucide-react'
import { type Ref, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field, type FieldProblem, type FieldProps, inputClass, problemsOf } from './field.tsx'
import { ageOn, type Era, eraOf, formatEra, inJapan, isRealDay, plainNumber, westernYear } from './format.ts'
import { Icon } from './icon.tsx'
import { useServerClock } from './server-clock.tsx'

const OFFERED: readonly Era[] = ['令和', '平成', '昭和']

interface Parts {
  era: Era | ''
  year: string
  month: string
  day: string
}

function partsOf(value: string, eras: boolean): Parts {
  if (!isRealDay(value)) return { era: '', year: '', month: '', day: '' }
  const { year, month, day } = inJapan(value)
  const era = eras ? eraOf(value) : undefined
  const offered = era && OFFERED.includes(era.era) ? era : undefined
  return { era: offered?.era ?? '', year: String(offered?.year ?? year), month: String(month), day: String(day) }
}

const digits = (text: string): string => plainNumber(text).replaceAll(/\D/gu, '')

function dayFrom(parts: Parts): string {
  const [year, month, day] = [parts.year, parts.month, parts.day].map((text) => digits(text))
  if (!year || !month || !day) return ''
  const western = parts.era ? westernYear(parts.era, Number(year)) : Number(year)
  return `${String(western).padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

interface DatePartsProps extends FieldProps {
  /** `YYYY-MM-DD` or nothing. */
  value: string
  /** Called with a day of the calendar, or with '' while there is none. */
  onChange: (value: string) => void
  onBlur?: (() => void) | undefined
  name?: string | undefined
  /** For birthdays: a choice of eras before the year, and the age echoed. */
  birthday?: boolean | undefined
  labelText: string
  ref?: Ref<HTMLInputElement> | undefined
}

/** Three numbers 年 月 日, with the reading echoed below (PAGES 1.5). */
export function DateParts(props: DatePartsProps) {
  const { value, onChange, onBlur, birthday = false, labelText, ref } = props
  const { t } = useTranslation('ui')
  const clock = useServerClock()
  const [typed, setTyped] = useState<Parts>()
  const [left, setLeft] = useState(false)
  // What stands outside wins once it is another day than the one typed here.
  const parts = typed && (value === '' || dayFrom(typed) === value) ? typed : partsOf(value, birthday)
  const change = (change: Partial<Parts>) => {
    const next = { ...parts, ...change }
    setTyped(next)
    const day = dayFrom(next)
    const real = isRealDay(day) ? day : ''
    if (real !== value) onChange(real)
  }
  const touched = [parts.year, parts.month, parts.day].filter((text) => text !== '').length
  const day = dayFrom(parts)
  const unread = left && touched > 0 && !isRealDay(day) ? (day === '' ? 'incomplete' : 'missing') : undefined
  const own: FieldProblem[] = unread ? [{ severity: 'ERROR', message: t(`date.${unread}`) }] : []
  const now = clock.now()
  const echo = () => {
    const { year, weekday } = inJapan(value)
    if (!birthday) return `${formatEra(value)}(${weekday})`
    return t('date.age', { date: `${formatEra(value)}(${year}${t('date.year')})`, age: ageOn(value, now) })
  }
  return (
    <Field {...props} group problem={own.length ? own : problemsOf(props.problem)}>
      {(ids) => {
        const number = (part: 'year' | 'month' | 'day', width: string) => (
          <span className="part">
            <input
              ref={part === 'year' ? ref : undefined}
              id={`${ids.id}-${part}`}
              className={inputClass(ids, 'full', `num ${width}`)}
              inputMode="numeric"
              autoComplete={birthday ? `bday-${part}` : 'off'}
              aria-label={`${labelText} ${t(`date.${part}`)}`}
              aria-invalid={ids.invalid || undefined}
              aria-describedby={ids.describedBy}
              value={parts[part]}
              onChange={(event) => change({ [part]: event.target.value })}
            />
            <span aria-hidden="true">{t(`date.${part}`)}</span>
          </span>
        )
        return (
          <>
            <div
              className="affix wraprow"
              onBlur={(event) => {
                if (event.currentTarget.contains(event.relatedTarget)) return
                setLeft(true)
                onBlur?.()
              }}
            >
              {birthday && (
                <select
                  className={inputClass(ids, 'full', 'era')}
                  aria-label={`${labelText} ${t('date.calendar')}`}
                  value={parts.era}
                  onChange={(event) => change({ era: event.target.value as Era | '' })}
                >
                  <option value="">{t('date.western')}</option>
                  {OFFERED.map((era) => (
                    <option key={era} value={era}>
                      {era}
                    </option>
                  ))}
                </select>
              )}
              {number('year', birthday ? 'part-4' : 'part-5')}
              {number('month', 'part-3')}
              {number('day', 'part-3')}
            </div>
            {isRealDay(value) && (
              <p className="good">
                <Icon of={Check} />
                {echo()}
              </p>
            )}
          </>
        )
      }}
    </Field>
  )
}
