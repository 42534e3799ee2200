import { useMutation } from '@apollo/client/react'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type FragmentOf, graphql, readFragment } from '../../graph/graphql.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { messageOf, problemsAt } from '../../ui/refused.ts'
import { TextField } from '../../ui/text-field.tsx'
import { type AddedRole, MemberRoles } from './member-roles.tsx'
import { useEmployerAct, useEmployerAct_refusal } from './use-employer-act.ts'

export const ChangeMemberForm_member = graphql(`
  fragment ChangeMemberForm_member on EmployerMember {
    id
    name
    title
    role
    version
  }
`)
const ChangeMember = graphql(
  `
    mutation ChangeMember($memberId: ID!, $input: ChangeMemberInput!, $version: Int!) {
      changeMember(memberId: $memberId, input: $input, version: $version) {
        __typename
        ... on EmployerMember {
          ...ChangeMemberForm_member
        }
        ... on Refusal {
          ...useEmployerAct_refusal
        }
      }
    }
  `,
  [ChangeMemberForm_member, useEmployerAct_refusal],
)

interface ChangeMemberFormProps {
  member: FragmentOf<typeof ChangeMemberForm_member>
  onDone: () => void
}

/** Name, office and role. What is typed stays when somebody else changed the member meanwhile. */
export function ChangeMemberForm({ member, onDone }: ChangeMemberFormProps) {
  const { t } = useTranslation('employer')
  const { id: memberId, version, ...known } = readFragment(ChangeMemberForm_member, member)
  const [typed, setTyped] = useState({ name: known.name, title: known.title ?? '' })
  const [role, setRole] = useState<AddedRole | null>(known.role === 'OWNER' ? null : known.role)
  const [seen, setSeen] = useState(version)
  const [presses, setPresses] = useState(0)
  const [run] = useMutation(ChangeMember)
  const { act, refused, busy } = useEmployerAct()
  const set = (field: keyof typeof typed) => (value: string) => setTyped((before) => ({ ...before, [field]: value }))
  const send = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setPresses((n) => n + 1)
    const variables = { memberId, input: { ...typed, role }, version: seen }
    if (await act(async () => (await run({ variables })).data?.changeMember)) onDone()
  }
  const field = (name: keyof typeof typed) => ({
    id: name,
    label: t(`members.field.${name}`),
    value: typed[name],
    onChange: set(name),
    limit: 30,
    problem: problemsAt(refused, name),
  })
  return (
    <form className="fields mt-5" onSubmit={(event) => void send(event)} noValidate>
      <ErrorSummary
        presses={presses}
        problems={(refused?.problems ?? []).map(({ path, severity, message }) => ({ fieldId: path, severity, message }))}
      />
      {messageOf(refused) !== null && (
        <Banner kind="err" live>
          {messageOf(refused)}
        </Banner>
      )}
      {seen !== version && (
        <Banner kind="warn" live action={{ label: t('members.useMine'), onPress: () => setSeen(version) }}>
          {t('members.newer', { name: known.name, title: known.title ?? t('none'), role: t(`members.role.${known.role}`) })}
        </Banner>
      )}
      <TextField {...field('name')} required />
      <TextField {...field('title')} />
      {role !== null && <MemberRoles value={role} onChange={setRole} />}
      <div className="btns">
        <Button type="submit" variant="primary" busy={busy}>
          {t('members.save')}
        </Button>
        <LinkButton to="/employer/members">{t('members.back')}</LinkButton>
      </div>
    </form>
  )
}
