import { useMutation } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { useState } from 'react'
import { graphql, readFragment } from '../../graph/graphql.ts'
import { sessionEnd } from '../../graph/session-end.ts'
import { enteredOf, useEnter, useEnter_viewer } from './use-enter.ts'

const ChooseEmployer = graphql(
  `
    mutation ChooseEmployer($employerId: ID!) {
      chooseEmployer(employerId: $employerId) {
        __typename
        ... on Viewer {
          ...useEnter_viewer
        }
        ... on Refusal {
          message
        }
      }
    }
  `,
  [useEnter_viewer],
)

/** Acts for another establishment from now on: a new session, and nothing of the one before stays on the page. */
export function useChooseEmployer(onChosen: () => Promise<void>) {
  const { t } = useTranslation('account')
  const [run] = useMutation(ChooseEmployer, { fetchPolicy: 'no-cache' })
  const [refused, setRefused] = useState<string | null>(null)
  const enter = useEnter()
  const choose = async (employerId: string): Promise<void> => {
    setRefused(null)
    try {
      const result = (await sessionEnd.during(() => run({ variables: { employerId } }))).data?.chooseEmployer
      if (result?.__typename === 'Refusal') return setRefused(result.message)
      if (!result) return
      await enter(enteredOf(readFragment(useEnter_viewer, result)))
      await onChosen()
    } catch {
      setRefused(t('unreachable'))
    }
  }
  return { choose, refused }
}
