import { useSuspenseQuery } from '@apollo/client/react'
import { UserPlus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { MemberActs, MemberName, MemberRole, MemberRow_member, MemberState } from '../../features/employers/member-row.tsx'
import { graphql } from '../../graph/graphql.ts'
import { Banner } from '../../ui/banner.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { PageHead } from '../../ui/page-title.tsx'
import { type Column, Table } from '../../ui/table.tsx'

const MembersPage = graphql(
  `
    query MembersPage {
      viewer {
        member {
          id
          role
        }
      }
      employerMembers {
        seats
        seatsLeft
        viewerCanAdd
        nodes {
          id
          email
          ...MemberRow_member
        }
      }
    }
  `,
  [MemberRow_member],
)

/** Who acts for the establishment (R8): the owner adds, changes and removes; the others see with whom they work. */
export function Page() {
  const { t } = useTranslation('employer')
  const { viewer, employerMembers } = useSuspenseQuery(MembersPage).data
  const { seats, seatsLeft, viewerCanAdd, nodes } = employerMembers
  const isOwner = viewer.member?.role === 'OWNER'
  type Member = (typeof nodes)[number]
  const columns: Column<Member>[] = [
    { key: 'name', header: t('members.field.name'), cell: (member) => <MemberName member={member} /> },
    { key: 'role', header: t('members.field.role'), cell: (member) => <MemberRole member={member} /> },
    { key: 'state', header: t('members.state'), cell: (member) => <MemberState member={member} /> },
    ...(isOwner
      ? [
          { key: 'email', header: t('members.field.email'), cell: ({ email }: Member) => <span className="break-all">{email}</span> },
          { key: 'acts', header: t('members.acts'), headerHidden: true, cell: (member: Member) => <MemberActs member={member} /> },
        ]
      : []),
  ]
  return (
    <>
      <PageHead
        note={t(seatsLeft > 0 ? 'members.left' : 'members.full', { left: seatsLeft, seats })}
        actions={
          viewerCanAdd && (
            <LinkButton to="/employer/members/add" variant="primary" icon={UserPlus}>
              {t('members.add')}
            </LinkButton>
          )
        }
      >
        {t('members.title')}
      </PageHead>
      {!isOwner && (
        <div className="mt-4">
          <Banner kind="info">{t('members.ownerOnly')}</Banner>
        </div>
      )}
      <div className="mt-4">
        <Table
          caption={t('members.title')}
          card
          columns={columns}
          rows={nodes}
          rowKey={({ id }) => id}
          phone={(member) => (
            <div className="grid gap-2">
              <div>
                <MemberName member={member} />
              </div>
              <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <span className="small">
                  <MemberRole member={member} />
                </span>
                <MemberState member={member} />
              </div>
              {member.email !== null && <span className="small sub break-all">{member.email}</span>}
              <MemberActs member={member} />
            </div>
          )}
        />
      </div>
    </>
  )
}
