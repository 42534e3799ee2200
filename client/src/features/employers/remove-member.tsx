import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { graphql } from '../../graph/graphql.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { messageOf } from '../../ui/refused.ts'
import { useEmployerAct, useEmployerAct_refusal } from './use-employer-act.ts'

const RemoveMember = graphql(
  `
    mutation RemoveMember($memberId: ID!) {
      removeMember(memberId: $memberId) {
        __typename
        ... on EmployerMember {
          id
          status
        }
        ... on Refusal {
          ...useEmployerAct_refusal
        }
      }
    }
  `,
  [useEmployerAct_refusal],
)

/** What a removal does, and the way back before it is done. */
export function RemoveMemberAct(props: { memberId: string; name: string; joined: boolean; onDone: () => void }) {
  const { t } = useTranslation('employer')
  const [asking, setAsking] = useState(false)
  const [run] = useMutation(RemoveMember)
  const { act, refused, busy } = useEmployerAct()
  const remove = async () => {
    const done = await act(async () => (await run({ variables: { memberId: props.memberId } })).data?.removeMember)
    setAsking(false)
    if (done) props.onDone()
  }
  const what = t(props.joined ? 'members.removeWhat' : 'members.cancelWhat', { name: props.name })
  const verb = t(props.joined ? 'members.remove' : 'members.cancel')
  return (
    <>
      <p>{what}</p>
      {messageOf(refused) !== null && (
        <Banner kind="err" live>
          {messageOf(refused)}
        </Banner>
      )}
      <div className="btns mt-4">
        <Button variant="danger" onPress={() => setAsking(true)}>
          {verb}
        </Button>
      </div>
      <ConfirmDialog
        open={asking}
        danger
        title={t(props.joined ? 'members.removeTitle' : 'members.cancelTitle', { name: props.name })}
        confirmLabel={verb}
        busy={busy}
        onConfirm={() => void remove()}
        onCancel={() => setAsking(false)}
      >
        {what}
      </ConfirmDialog>
    </>
  )
}
