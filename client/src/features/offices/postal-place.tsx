import { useQuery } from '@apollo/client/react'
import { MapPin } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { graphql } from '../../graph/graphql.ts'
import { Icon } from '../../ui/icon.tsx'

const PostalPlace_address = graphql(`
  query PostalPlace($postalCode: String!) {
    addressOfPostalCode(postalCode: $postalCode) {
      postalCode
      area
      prefecture {
        code
        name
      }
      municipality {
        code
        name
      }
    }
  }
`)

/** Which place a postal code names, once its seven digits stand there. */
export function PostalPlace(props: { postalCode: string }) {
  const { t } = useTranslation('account')
  const postalCode = props.postalCode.normalize('NFKC').replaceAll(/\D/gu, '')
  const { data } = useQuery(PostalPlace_address, { variables: { postalCode }, skip: postalCode.length !== 7, fetchPolicy: 'cache-first' })
  const place = data?.addressOfPostalCode
  return (
    <p className="small sub mt-1" aria-live="polite">
      {place && postalCode.length === 7 && (
        <>
          <Icon of={MapPin} size="s" />{' '}
          {t('postal.place', {
            postalCode: `${postalCode.slice(0, 3)}-${postalCode.slice(3)}`,
            place: `${place.prefecture.name}${place.municipality.name}${place.area}`,
          })}
        </>
      )}
    </p>
  )
}
