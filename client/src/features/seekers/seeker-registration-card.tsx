import { CircleAlert, CircleCheck, Pencil } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { type FragmentOf, graphql, readFragment } from '../../graph/graphql.ts'
import { Card } from '../../ui/card.tsx'
import { Countdown } from '../../ui/countdown.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Link } from '../../ui/link.tsx'

export const SeekerRegistrationCard_seeker = graphql(`
  fragment SeekerRegistrationCard_seeker on Seeker {
    id
    status
    isValid
    seekerNumber
    validUntil
    published
    office {
      id
      name
    }
  }
`)

/** Valid or not, until when, number and office: what a person is asked at the counter. */
export function SeekerRegistrationCard(props: { seeker: FragmentOf<typeof SeekerRegistrationCard_seeker> }) {
  const { t } = useTranslation('seeker')
  const seeker = readFragment(SeekerRegistrationCard_seeker, props.seeker)
  const row = 'flex flex-wrap items-center justify-between gap-2 py-2'
  const draft = seeker.status === 'DRAFT'
  return (
    <Card title={t('home.card.title')}>
      <ul className="list small" style={{ listStyle: 'none', padding: 0 }}>
        <li className={row}>
          <span>{t('home.card.state')}</span>
          {seeker.isValid ? (
            <span className="b ok row">
              <Icon of={CircleCheck} size="s" /> {t('home.card.valid')}
            </span>
          ) : draft ? (
            <span className="b row">
              <Icon of={Pencil} size="s" /> {t('home.card.draft')}
            </span>
          ) : (
            <span className="b danger row">
              <Icon of={CircleAlert} size="s" /> {t('home.card.invalid')}
            </span>
          )}
        </li>
        {seeker.validUntil !== null && (
          <li className={row}>
            <span>{t('home.card.until')}</span>
            <Countdown until={seeker.validUntil} withDate loses />
          </li>
        )}
        {seeker.seekerNumber !== null && (
          <li className={row}>
            <span>{t('home.card.number')}</span>
            <b className="num">{seeker.seekerNumber}</b>
          </li>
        )}
        {seeker.office && (
          <li className={row}>
            <span>{t('home.card.office')}</span>
            <span>{seeker.office.name}</span>
          </li>
        )}
        {!draft && (
          <li className={row}>
            <span>{t('home.card.published')}</span>
            <span>{t(seeker.published ? 'home.card.yes' : 'home.card.no')}</span>
          </li>
        )}
        <li className={row}>
          <span>{t('home.card.contents')}</span>
          <Link to="/me/registration">{t(draft ? 'home.card.write' : 'home.card.see')}</Link>
        </li>
      </ul>
    </Card>
  )
}
