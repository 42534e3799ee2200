import { useTranslation } from 'react-i18next'
import { type FragmentOf, graphql, readFragment } from '../../graph/graphql.ts'
import { formatFullDay } from '../../ui/format.ts'
import { TwoDimensionalCode } from '../../ui/two-dimensional-code.tsx'

export const CodePaper_code = graphql(`
  fragment CodePaper_code on AccountCreationCode {
    id
    issuedAt
    lastDay
    sender
    employer {
      id
      name
      employerNumber
      phone
    }
    office {
      id
      name
      phone
      openingHours {
        days
        hours
      }
    }
  }
`)

interface CodePaperProps {
  issued: FragmentOf<typeof CodePaper_code>
  code: string
  tries: number
  keyMinutes: number
}

const LAST_DIGITS = 4

/** What the counter hands out: who, the three things to type, until when, how to go on, and what to do when it fails (001 STEP 1 to 7). */
export function CodePaper(props: CodePaperProps) {
  const { t } = useTranslation('staff')
  const { issuedAt, lastDay, sender, employer, office } = readFragment(CodePaper_code, props.issued)
  const address = `${location.origin}/open/code`
  const rows = [
    { key: 'number', value: employer.employerNumber ?? '' },
    { key: 'phone', value: t('paper.phoneEnds', { digits: employer.phone.replaceAll(/\D/gu, '').slice(-LAST_DIGITS) }) },
    { key: 'code', value: props.code },
  ] as const
  return (
    <article className="paper" aria-label={t('paper.title')}>
      <div className="paper-head">
        <p>{t('paper.to', { name: employer.name })}</p>
        <p className="small">
          {office.name}
          <br />
          {t('paper.issued', { day: formatFullDay(issuedAt) })}
        </p>
      </div>
      <h2>{t('paper.heading')}</h2>
      <p>{t('paper.lead')}</p>
      <dl className="paper-rows">
        {rows.map(({ key, value }) => (
          <div key={key}>
            <dt>{t(`paper.row.${key}`)}</dt>
            <dd className={key === 'code' ? 'num paper-code' : 'num'}>{value}</dd>
          </div>
        ))}
        <div>
          <dt>{t('paper.row.until')}</dt>
          <dd>{t('paper.until', { day: formatFullDay(lastDay) })}</dd>
        </div>
      </dl>
      <section>
        <h3>{t('paper.how')}</h3>
        <div className="paper-way">
          <ol>
            <li>
              {t('paper.step.open')}
              <br />
              <b className="num paper-address">{address}</b>
            </li>
            <li>{t('paper.step.terms')}</li>
            <li>{t('paper.step.fields')}</li>
            <li>{t('paper.step.key', { minutes: props.keyMinutes })}</li>
            <li>{t('paper.step.done')}</li>
          </ol>
          <TwoDimensionalCode text={address} label={t('paper.twoDimensional', { address })} />
        </div>
      </section>
      <section>
        <h3>{t('paper.help')}</h3>
        <ul>
          <li>{t('paper.sender', { sender })}</li>
          <li>{t('paper.tries', { tries: props.tries })}</li>
          <li>{t('paper.secret')}</li>
          <li>{t('paper.lost')}</li>
        </ul>
        <p className="paper-office">
          <b>{office.name}</b>
          <br />
          {t('paper.phone', { phone: office.phone })}
          <br />
          {office.openingHours.map(({ days, hours }) => `${days} ${hours}`).join('、')}
        </p>
      </section>
    </article>
  )
}
