import { useMutation } from '@apollo/client/react'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { graphql } from '../../graph/graphql.ts'
import { keysByInput } from '../../graph/request-key.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { messageOf, problemsAt } from '../../ui/refused.ts'
import { TextField } from '../../ui/text-field.tsx'
import { type AddedRole, MemberRoles } from './member-roles.tsx'
import { useEmployerAct, useEmployerAct_refusal } from './use-employer-act.ts'

const AddMember = graphql(
  `
    mutation AddMember($input: AddMemberInput!) {
      addMember(input: $input) {
        __typename
        ... on EmployerMember {
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

/** Who joins, as what; the address is shown once more before the mail leaves, because nothing comes to a wrong one. */
export function AddMemberForm({ onDone }: { onDone: (email: string) => void }) {
  const { t } = useTranslation('employer')
  const [typed, setTyped] = useState({ email: '', name: '', title: '' })
  const [role, setRole] = useState<AddedRole>('RECRUITER')
  const [checking, setChecking] = useState(false)
  const [presses, setPresses] = useState(0)
  const [keyOf] = useState(keysByInput)
  const [run] = useMutation(AddMember)
  const { act, refused, busy } = useEmployerAct()
  const set = (field: keyof typeof typed) => (value: string) => setTyped((before) => ({ ...before, [field]: value }))
  const email = typed.email.normalize('NFKC').trim()
  const add = async () => {
    const input = { ...typed, email, role }
    const done = await act(async () => (await run({ variables: { input: { ...input, key: keyOf(input) } } })).data?.addMember)
    if (done) onDone(email)
    else {
      setChecking(false)
      setPresses((n) => n + 1)
    }
  }
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (checking || email === '' || typed.name.trim() === '') void add()
    else setChecking(true)
  }
  const field = (id: keyof typeof typed) => ({
    id,
    label: t(`members.field.${id}`),
    value: typed[id],
    onChange: set(id),
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
      {checking ? (
        <div className="note" role="status">
          <p className="small sub">{t('members.check')}</p>
          <p className="b text-[1.25rem] break-all">{email}</p>
          <p className="mt-1">{t('members.checkWhom', { name: typed.name, role: t(`members.role.${role}`) })}</p>
        </div>
      ) : (
        <>
          <TextField {...field('name')} required limit={30} autoComplete="off" />
          <TextField
            {...field('email')}
            required
            hint={t('members.emailHint')}
            type="email"
            inputMode="email"
            autoComplete="off"
            tidy={(text) => text.normalize('NFKC').trim()}
          />
          <TextField {...field('title')} limit={30} autoComplete="off" />
          <MemberRoles value={role} onChange={setRole} />
        </>
      )}
      <div className="btns">
        <Button type="submit" variant="primary" busy={busy}>
          {t(checking ? 'members.send' : 'members.next')}
        </Button>
        {checking ? (
          <Button onPress={() => setChecking(false)}>{t('members.correct')}</Button>
        ) : (
          <LinkButton to="/employer/members">{t('members.back')}</LinkButton>
        )}
      </div>
    </form>
  )
}
