import { useMutation } from '@apollo/client/react'
import { Clock, UserCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { type FragmentOf, graphql, readFragment } from '../../graph/graphql.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Countdown } from '../../ui/countdown.tsx'
import { Link } from '../../ui/link.tsx'
import { messageOf } from '../../ui/refused.ts'
import { useServerClock } from '../../ui/server-clock.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useEmployerAct, useEmployerAct_refusal } from './use-employer-act.ts'

export const MemberRow_member = graphql(`
  fragment MemberRow_member on EmployerMember {
    id
    name
    title
    role
    status
    email
    invitedUntil
    isViewer
    viewerCanChange
    viewerCanResend
  }
`)
const ResendMemberInvitation = graphql(
  `
    mutation ResendMemberInvitation($memberId: ID!) {
      resendMemberInvitation(memberId: $memberId) {
        __typename
        ... on EmployerMember {
          ...MemberRow_member
        }
        ... on Refusal {
          ...useEmployerAct_refusal
        }
      }
    }
  `,
  [MemberRow_member, useEmployerAct_refusal],
)
type Member = FragmentOf<typeof MemberRow_member>

/** The heading of the row: who, and the office they hold. */
export function MemberName(props: { member: Member }) {
  const { t } = useTranslation('employer')
  const { name, title, isViewer } = readFragment(MemberRow_member, props.member)
  return (
    <>
      <span className="b">{name}</span>
      {isViewer && <span className="small sub"> {t('members.you')}</span>}
      {title && (
        <>
          <br />
          <span className="small sub font-normal">{title}</span>
        </>
      )}
    </>
  )
}

export function MemberRole(props: { member: Member }) {
  const { t } = useTranslation('employer')
  const { role } = readFragment(MemberRow_member, props.member)
  return <span className="whitespace-nowrap">{t(`members.role.${role}`)}</span>
}

/** In use, or for how long the invitation can still be taken. */
export function MemberState(props: { member: Member }) {
  const { t } = useTranslation('employer')
  const { status, invitedUntil } = readFragment(MemberRow_member, props.member)
  const now = useServerClock().now()
  if (status === 'ACTIVE')
    return (
      <Badge kind="ok" icon={UserCheck}>
        {t('members.active')}
      </Badge>
    )
  const dead = invitedUntil === null || new Date(invitedUntil) <= now
  return (
    <span className="flex flex-wrap items-center gap-2">
      <Badge kind={dead ? 'warn' : 'plain'} icon={Clock}>
        {t(dead ? 'members.lapsed' : 'members.invited')}
      </Badge>
      {invitedUntil !== null && !dead && <Countdown until={invitedUntil} label={t('members.keyLife')} />}
    </span>
  )
}

/** What the owner does with this one. */
export function MemberActs(props: { member: Member }) {
  const { t } = useTranslation('employer')
  const member = readFragment(MemberRow_member, props.member)
  const [resend] = useMutation(ResendMemberInvitation)
  const { act, refused, busy } = useEmployerAct()
  const toast = useToast()
  const again = async () => {
    const done = await act(async () => (await resend({ variables: { memberId: member.id } })).data?.resendMemberInvitation)
    if (done) toast.show({ message: t('members.resent', { email: member.email ?? '' }) })
  }
  const no = messageOf(refused)
  return (
    <div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {member.viewerCanResend && (
          <Button size="s" className="whitespace-nowrap" busy={busy} onPress={again}>
            {t('members.resend')}
          </Button>
        )}
        {member.viewerCanChange && (
          <Link
            to={`/employer/members/${member.id}`}
            aria-label={t('members.changeOf', { name: member.name })}
            className="inline-flex min-h-11 items-center lg:min-h-8"
          >
            {t('members.change')}
          </Link>
        )}
      </div>
      {no !== null && (
        <p className="small danger mt-1" role="alert">
          {no}
        </p>
      )}
    </div>
  )
}
