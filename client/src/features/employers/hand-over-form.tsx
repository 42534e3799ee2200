import { useMutation } from '@apollo/client/react'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { graphql } from '../../graph/graphql.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { messageOf, problemsAt } from '../../ui/refused.ts'
import { TextField } from '../../ui/text-field.tsx'
import { useEmployerAct, useEmployerAct_refusal } from './use-employer-act.ts'

const HandOverOwnership = graphql(
  `
    mutation HandOverOwnership($memberId: ID!, $currentPassword: String!) {
      handOverOwnership(memberId: $memberId, currentPassword: $currentPassword) {
        __typename
        ... on EmployerMember {
          id
          role
        }
        ... on Refusal {
          ...useEmployerAct_refusal
        }
      }
    }
  `,
  [useEmployerAct_refusal],
)

/** The ownership goes to this member; the way back is theirs to give, so the password is asked for. */
export function HandOverForm(props: { memberId: string; name: string; onDone: () => void }) {
  const { t } = useTranslation('employer')
  const [currentPassword, setCurrentPassword] = useState('')
  const [run] = useMutation(HandOverOwnership)
  const { act, refused, busy } = useEmployerAct()
  const send = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const variables = { memberId: props.memberId, currentPassword }
    if (await act(async () => (await run({ variables })).data?.handOverOwnership)) props.onDone()
  }
  return (
    <form className="fields" onSubmit={(event) => void send(event)} noValidate>
      <p>{t('members.handOverWhat', { name: props.name })}</p>
      {messageOf(refused) !== null && (
        <Banner kind="err" live>
          {messageOf(refused)}
        </Banner>
      )}
      <TextField
        id="currentPassword"
        label={t('members.password')}
        required
        type="password"
        autoComplete="current-password"
        value={currentPassword}
        onChange={setCurrentPassword}
        problem={problemsAt(refused, 'currentPassword')}
      />
      <div className="btns">
        <Button type="submit" variant="danger" busy={busy}>
          {t('members.handOver')}
        </Button>
      </div>
    </form>
  )
}
