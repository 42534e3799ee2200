import { useMutation } from '@apollo/client/react'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { graphql } from '../../graph/graphql.ts'
import { keysByInput } from '../../graph/request-key.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { messageOf, problemsAt } from '../../ui/refused.ts'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { useEmployerAct, useEmployerAct_refusal } from './use-employer-act.ts'

const ClaimEmployer = graphql(
  `
    mutation ClaimEmployer($input: ClaimEmployerInput!) {
      claimEmployer(input: $input) {
        __typename
        ... on EmployerClaim {
          id
        }
        ... on Refusal {
          ...useEmployerAct_refusal
        }
      }
    }
  `,
  [useEmployerAct_refusal],
)

export interface TypedClaim {
  employerNumber: string
  name: string
  phone: string
  words: string
}

/** The number, and by what the office can check that its bearer belongs there. */
export function ClaimForm({ before }: { before: TypedClaim }) {
  const { t } = useTranslation('employer')
  const [typed, setTyped] = useState(before)
  const [presses, setPresses] = useState(0)
  const [keyOf] = useState(keysByInput)
  const [run] = useMutation(ClaimEmployer)
  const { act, refused, busy } = useEmployerAct()
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    void act(async () => (await run({ variables: { input: { ...typed, key: keyOf(typed) } } })).data?.claimEmployer).then(
      (done) => void (done || setPresses((n) => n + 1)),
    )
  }
  const field = (id: keyof TypedClaim) => ({
    id,
    label: t(`claim.field.${id}`),
    hint: t(`claim.hint.${id}`),
    value: typed[id],
    onChange: (value: string) => setTyped((now) => ({ ...now, [id]: value })),
    problem: problemsAt(refused, id),
  })
  return (
    <form className="fields mt-6" onSubmit={send} noValidate>
      <ErrorSummary
        presses={presses}
        problems={(refused?.problems ?? []).map(({ path, severity, message }) => ({ fieldId: path, severity, message }))}
      />
      {messageOf(refused) !== null && (
        <Banner kind="err" live>
          {messageOf(refused)}
        </Banner>
      )}
      <TextField {...field('employerNumber')} required inputMode="numeric" autoComplete="off" figures />
      <TextField {...field('name')} required limit={30} autoComplete="name" />
      <TextField {...field('phone')} type="tel" inputMode="tel" autoComplete="tel" />
      <TextArea {...field('words')} rows={4} />
      <div className="btns">
        <Button type="submit" variant="primary" busy={busy}>
          {t('claim.send')}
        </Button>
        <LinkButton to="/employer/establishment">{t('claim.write')}</LinkButton>
      </div>
    </form>
  )
}
