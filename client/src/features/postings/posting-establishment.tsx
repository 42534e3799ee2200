import { Building2, Lock, Megaphone, Phone } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { type FragmentOf, graphql, readFragment } from '../../graph/graphql.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Dl, written } from '../../ui/facts.tsx'
import { formatNumber } from '../../ui/format.ts'
import { ContactRows, PostingContact_contact, PrCard } from './posting-contact.tsx'

export const PostingEstablishment_posting = graphql(
  `
    fragment PostingEstablishment_posting on Posting {
      id
      identity
      office {
        id
        name
        phone
      }
      establishment {
        industry
        business
        size
        employeesHere
        employeesWhole
        foundedYear
      }
      employer {
        id
        name
        nameKana
        postalCode
        addressLine
        representativeTitle
        representativeName
        webPage
        business
        features
        capital
      }
      contact {
        ...PostingContact_contact
      }
    }
  `,
  [PostingContact_contact],
)

interface PostingEstablishmentProps {
  posting: FragmentOf<typeof PostingEstablishment_posting>
  /** Visitors are led to open a My Page. */
  visitor: boolean
  back: string
}

/** Who offers the work, or why that is not shown and the way to see it (R25). */
export function PostingEstablishment(props: PostingEstablishmentProps) {
  const { t } = useTranslation('public')
  const { identity, employer, establishment, contact, office } = readFragment(PostingEstablishment_posting, props.posting)
  const people = (count: number | null | undefined) => (count == null ? null : t('posting.people', { number: formatNumber(count) }))
  const known = establishment
    ? written(
        { term: t('posting.industry'), value: establishment.industry },
        { term: t('posting.business'), value: employer?.business ?? establishment.business },
        { term: t('posting.employeesHere'), value: people(establishment.employeesHere) ?? establishment.size },
        { term: t('posting.employeesWhole'), value: people(establishment.employeesWhole) },
        {
          term: t('posting.founded'),
          value: establishment.foundedYear === null ? null : t('posting.year', { year: establishment.foundedYear }),
        },
      )
    : []
  const named = employer
    ? written(
        {
          term: t('posting.employerName'),
          value: (
            <>
              {employer.name}
              <br />
              <span className="small sub">{employer.nameKana}</span>
            </>
          ),
        },
        {
          term: t('posting.address'),
          value: t('posting.addressLine', {
            postalCode: employer.postalCode.replace(/^(\d{3})-?(\d{4})$/u, '$1-$2'),
            address: employer.addressLine,
          }),
        },
        employer.representativeName !== null && {
          term: t('posting.representative'),
          value: `${employer.representativeTitle ?? ''} ${employer.representativeName}`.trim(),
        },
        { term: t('posting.features'), value: employer.features },
        employer.webPage !== null && {
          term: t('posting.webPage'),
          value: (
            <a href={employer.webPage} target="_blank" rel="noreferrer noopener">
              {employer.webPage}
            </a>
          ),
        },
      )
    : []
  return (
    <>
      {contact && (
        <Card id="contact" className="mt-4 scroll-mt-20" title={t('posting.contact')} icon={Phone}>
          <ContactRows contact={contact} />
        </Card>
      )}
      {contact && <PrCard id="pr" className="mt-4 scroll-mt-20" icon={Megaphone} contact={contact} />}
      <Card id="establishment" className="mt-4 scroll-mt-20" title={t('posting.establishment')} icon={Building2}>
        {!employer && (
          <Empty
            icon={Lock}
            level={3}
            title={t(identity === 'AT_COUNTER' ? 'posting.hiddenAtCounter' : 'posting.hidden')}
            action={
              identity === 'FOR_SEEKERS' &&
              props.visitor && (
                <>
                  <LinkButton to="/open/seeker">{t('apply.open')}</LinkButton>
                  <LinkButton to={`/signin?next=${encodeURIComponent(props.back)}`} variant="text">
                    {t('apply.signIn')}
                  </LinkButton>
                </>
              )
            }
          >
            {identity === 'AT_COUNTER' ? t('posting.askCounter', { office: office.name, phone: office.phone }) : t('posting.hiddenHow')}
          </Empty>
        )}
        <Dl rows={[...named, ...known]} />
      </Card>
    </>
  )
}
