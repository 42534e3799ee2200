import type { LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { type FragmentOf, graphql, readFragment } from '../../graph/graphql.ts'
import { Card } from '../../ui/card.tsx'
import { Dl, written } from '../../ui/facts.tsx'

export const PostingContact_contact = graphql(`
  fragment PostingContact_contact on PostingContact {
    workplaceAddress
    selectionPlace
    documentAddress
    dispatchLicence
    person {
      section
      name
      nameKana
      phone
      fax
      email
    }
    pr {
      key
      label
      value
    }
  }
`)

interface PostingContactProps {
  contact: FragmentOf<typeof PostingContact_contact>
}

/** Where the work and the selection are, and who answers. */
export function ContactRows(props: PostingContactProps) {
  const { t } = useTranslation('public')
  const { person, ...contact } = readFragment(PostingContact_contact, props.contact)
  const who = person && (
    <>
      {person.section && `${person.section} `}
      {person.name}
      <span className="small sub"> {person.nameKana}</span>
    </>
  )
  return (
    <Dl
      rows={written(
        { term: t('posting.workplace'), value: contact.workplaceAddress },
        { term: t('posting.selectionPlace'), value: contact.selectionPlace },
        { term: t('posting.documentAddress'), value: contact.documentAddress },
        { term: t('posting.person'), value: who },
        { term: t('posting.phone'), value: person?.phone },
        { term: t('posting.fax'), value: person?.fax },
        { term: t('posting.email'), value: person?.email },
        { term: t('posting.dispatchLicence'), value: contact.dispatchLicence },
      )}
    />
  )
}

/** The employer's own words, by topic. */
export function PrCard(props: PostingContactProps & { id?: string; className?: string; icon?: LucideIcon }) {
  const { contact, ...card } = props
  const { t } = useTranslation('public')
  const { pr } = readFragment(PostingContact_contact, contact)
  if (pr.length === 0) return null
  return (
    <Card title={t('posting.pr')} {...card}>
      <Dl rows={pr.map(({ key, label, value }) => ({ key, term: label, value: <span className="whitespace-pre-line">{value}</span> }))} />
    </Card>
  )
}
