import { CircleAlert, CircleCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { type FragmentOf, graphql, readFragment } from '../../graph/graphql.ts'
import { Card } from '../../ui/card.tsx'
import { Countdown } from '../../ui/countdown.tsx'
import { Dl } from '../../ui/facts.tsx'
import { formatDay, formatEra } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { useNow } from '../../ui/server-clock.tsx'

export const RegistrationSheet_seeker = graphql(`
  fragment RegistrationSheet_seeker on Seeker {
    id
    isValid
    invalidReason
    seekerNumber
    validUntil
    published
    office {
      id
      name
      address
      phone
    }
    sheet {
      id
      name
      nameKana
      birthDate
      age
      postalCode
      addressLine
      phone
    }
    draft {
      id
      steps {
        key
        preview {
          key
          label
          value
        }
      }
    }
  }
`)

const OF_SHEET: readonly string[] = ['name', 'nameKana', 'birthDate', 'postalCode', 'address', 'phone']

/** The registration to read: its state, and what it says. */
export function RegistrationSheet(props: { seeker: FragmentOf<typeof RegistrationSheet_seeker> }) {
  const { t } = useTranslation('seeker')
  const { t: ui } = useTranslation('ui')
  const now = useNow()
  const { isValid, invalidReason, seekerNumber, validUntil, published, office, sheet, draft } = readFragment(
    RegistrationSheet_seeker,
    props.seeker,
  )
  const more = draft?.steps.flatMap((step) => step.preview.filter((row) => !OF_SHEET.includes(row.key) && row.value !== '')) ?? []
  return (
    <>
      <Card className="mt-4" title={t('registration.state')}>
        <p className={`row b ${isValid ? 'ok' : 'danger'}`}>
          <Icon of={isValid ? CircleCheck : CircleAlert} /> {t(isValid ? 'registration.valid' : 'registration.invalid')}
        </p>
        {!isValid && invalidReason !== null && <p className="mt-1">{t(`registration.invalidReason.${invalidReason}`)}</p>}
        <div className="mt-2">
          <Dl
            rows={[
              ...(seekerNumber === null ? [] : [{ term: t('registration.number'), value: <b className="num">{seekerNumber}</b> }]),
              ...(validUntil === null
                ? []
                : [
                    {
                      term: t('registration.until'),
                      value: (
                        <span className="row wraprow">
                          {t('registration.untilDay', { day: formatDay(validUntil, now) })}
                          {isValid && <Countdown until={validUntil} loses />}
                        </span>
                      ),
                    },
                  ]),
              ...(office === null
                ? []
                : [
                    {
                      term: t('registration.office'),
                      value: (
                        <>
                          {office.name}
                          <br />
                          <span className="small sub">
                            {office.address} ・ {office.phone}
                          </span>
                        </>
                      ),
                    },
                  ]),
              { term: t('registration.published'), value: t(published ? 'registration.yes' : 'registration.no') },
            ]}
          />
        </div>
      </Card>
      {sheet && (
        <Card className="mt-4" title={t('registration.contents')}>
          <Dl
            rows={[
              { term: t('registration.name'), value: sheet.name },
              { term: t('registration.nameKana'), value: sheet.nameKana },
              { term: t('registration.birthDate'), value: ui('date.age', { date: formatEra(sheet.birthDate), age: sheet.age }) },
              {
                term: t('registration.address'),
                value: (
                  <>
                    <span className="num">
                      {t('registration.postal', { code: sheet.postalCode.replace(/^(\d{3})-?(\d{4})$/u, '$1-$2') })}
                    </span>
                    <br />
                    {sheet.addressLine}
                  </>
                ),
              },
              { term: t('registration.phone'), value: <span className="num">{sheet.phone}</span> },
              ...more.map((row) => ({ key: row.key, term: row.label, value: <span className="whitespace-pre-line">{row.value}</span> })),
            ]}
          />
          <p className="small sub mt-3">{t('registration.changeNote')}</p>
        </Card>
      )}
    </>
  )
}
