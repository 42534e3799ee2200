import { useSuspenseQuery } from '@apollo/client/react'
import { Building2, FileCheck, IdCard, type LucideIcon, OctagonAlert, Play, ShieldCheck, UserCheck, UserPlus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { graphql, type ResultOf } from '../../graph/graphql.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { formatDate, formatDay } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useNow } from '../../ui/server-clock.tsx'

const StaffPage = graphql(`
  query StaffPage {
    viewer {
      kind
      staff {
        role
        office {
          id
          kind
          name
        }
      }
    }
    waiting {
      seekers
      applicationsOverdue
      claims {
        total
        oldest {
          id
          name
          employerNumber
          claimedAt
        }
      }
      employers {
        total
        oldest {
          id
          name
          waitingSince
        }
      }
      postings {
        total
        oldest {
          id
          title
          version
          submittedAt
          employer {
            id
            name
          }
        }
      }
    }
    staffPostings(status: [SUBMITTED], first: 50) {
      nodes {
        id
        title
        version
        submittedAt
        employer {
          id
          name
        }
      }
    }
  }
`)
type Row = ResultOf<typeof StaffPage>['staffPostings']['nodes'][number]
const StaffDoor = graphql(`
  query StaffDoor {
    viewer {
      kind
    }
  }
`)

/** 職員のはじめのページ: sign-in, or what waits. */
export function Page() {
  const { data } = useSuspenseQuery(StaffDoor)
  return data.viewer.kind === 'STAFF' ? <WhatWaits /> : <Door signedIn={data.viewer.kind !== 'VISITOR'} />
}

function Door({ signedIn }: { signedIn: boolean }) {
  const { t } = useTranslation('staff')
  return (
    <div className="wrap-form">
      <PageTitle>{t('page.signInTitle')}</PageTitle>
      <Card>
        <p>{signedIn ? t('page.otherRole') : t('page.signInWhat')}</p>
        <p className="mt-4">
          <LinkButton to="/signin?next=/staff" variant="primary">
            {t('page.signIn')}
          </LinkButton>
        </p>
      </Card>
    </div>
  )
}

function WhatWaits() {
  const { t } = useTranslation('staff')
  const now = useNow()
  const { data } = useSuspenseQuery(StaffPage, { fetchPolicy: 'cache-and-network' })
  const { claims, employers, postings, seekers, applicationsOverdue } = data.waiting
  const count = postings.total + employers.total + claims.total + applicationsOverdue
  const [first] = postings.oldest
  return (
    <>
      <PageTitle>{count > 0 ? t('page.count', { count }) : t('page.title')}</PageTitle>
      <p className="small sub">{t('page.today', { date: formatDay(now, now), office: data.viewer.staff?.office.name ?? '' })}</p>
      <div className="mt-4 grid items-start gap-4 md:grid-cols-2 xl:grid-cols-3">
        <Card title={t('page.postings')} icon={FileCheck} aside={<b className="num">{t('page.cases', { count: postings.total })}</b>}>
          {first?.submittedAt ? (
            <p className="small sub">{t('page.oldest', { date: formatDate(first.submittedAt, now) })}</p>
          ) : (
            <p className="small sub">{t('page.none')}</p>
          )}
          <Postings rows={postings.oldest} now={now} />
          {first && (
            <p className="mt-3">
              <a className="btn btn-2 btn-s" href={`/graphiql?op=acceptPosting&posting=${first.id}&version=${first.version}`}>
                <Icon of={Play} />
                {t('page.open')}
              </a>
            </p>
          )}
          {data.staffPostings.nodes.length > postings.oldest.length && (
            <details className="mt-3">
              <summary className="inline-flex min-h-11 cursor-pointer items-center small text-key-1000 underline">
                {t('page.all', { count: postings.total })}
              </summary>
              <Postings rows={data.staffPostings.nodes} now={now} />
            </details>
          )}
        </Card>
        <div className="grid gap-4">
          <Card title={t('page.employers')} icon={Building2} aside={<b className="num">{t('page.cases', { count: employers.total })}</b>}>
            <p className="small sub">{t(employers.total > 0 ? 'page.employersWhat' : 'page.none')}</p>
            <ul className="list mt-2">
              {employers.oldest.map((employer) => (
                <li key={employer.id} className="flex flex-wrap justify-between gap-x-3 py-2">
                  <a href={`/graphiql?op=acceptEmployer&opening=${employer.id}`}>{employer.name}</a>
                  <span className="small sub">{employer.waitingSince && formatDate(employer.waitingSince, now)}</span>
                </li>
              ))}
            </ul>
          </Card>
          <Card title={t('page.claims')} icon={IdCard} aside={<b className="num">{t('page.cases', { count: claims.total })}</b>}>
            <p className="small sub">{t(claims.total > 0 ? 'page.claimsWhat' : 'page.none')}</p>
            <ul className="list mt-2">
              {claims.oldest.map((claim) => (
                <li key={claim.id} className="flex flex-wrap justify-between gap-x-3 py-2">
                  <a href={`/graphiql?op=employerClaim&claim=${claim.id}`}>{`${claim.employerNumber} ${claim.name ?? ''}`}</a>
                  <span className="small sub">{formatDate(claim.claimedAt, now)}</span>
                </li>
              ))}
            </ul>
          </Card>
          <Card
            title={t('page.overdue')}
            icon={OctagonAlert}
            aside={<b className="num">{t('page.cases', { count: applicationsOverdue })}</b>}
          >
            <p className="small sub">{t('page.overdueWhat')}</p>
          </Card>
          <Card title={t('page.seekers')} icon={UserCheck} aside={<span className="num sub">{t('page.people', { count: seekers })}</span>}>
            <p className="small sub">{t('page.seekersWhat')}</p>
          </Card>
        </div>
        {data.viewer.staff?.role !== 'AUDITOR' &&
          (data.viewer.staff?.office.kind === 'CENTER' ? (
            <Doors title={t('page.registrants')} icon={UserPlus} what={t('page.registrantsWhat')} ops={REGISTRANTS} />
          ) : (
            <Doors title={t('page.visit')} icon={Building2} what={t('page.visitWhat')} ops={VISIT} />
          ))}
      </div>
      <p className="small sub mt-6">
        <Icon of={ShieldCheck} size="s" /> {t('page.audit')}
      </p>
    </>
  )
}

const VISIT = ['issueAccountCreationCode', 'registerEmployer'] as const
const REGISTRANTS = ['inviteRegistrant', 'staffRegistrants', 'resendInvitation'] as const

/** What staff begin themselves: into the book of operations. */
function Doors(props: { title: string; what: string; icon: LucideIcon; ops: typeof VISIT | typeof REGISTRANTS }) {
  const { t } = useTranslation('staff')
  return (
    <Card title={props.title} icon={props.icon}>
      <p className="small sub">{props.what}</p>
      <ul className="list mt-2">
        {props.ops.map((op) => (
          <li key={op} className="py-2">
            <a href={`/graphiql?op=${op}`}>{t(`op.${op}.title`)}</a>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** Each opens its text in the workplace; the operations there are then about this one. */
function Postings(props: { rows: readonly Row[]; now: Date }) {
  return (
    <ul className="list mt-2">
      {props.rows.map((posting) => (
        <li key={posting.id} className="flex flex-wrap justify-between gap-x-3 py-2">
          <a href={`/graphiql?op=readPosting&posting=${posting.id}&version=${posting.version}`}>{posting.title}</a>
          <span className="small sub">
            {posting.employer?.name} {posting.submittedAt && formatDate(posting.submittedAt, props.now)}
          </span>
        </li>
      ))}
    </ul>
  )
}
