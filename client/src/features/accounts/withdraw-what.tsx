import { useTranslation } from 'react-i18next'
import { type FragmentOf, graphql, readFragment } from '../../graph/graphql.ts'
import { Banner } from '../../ui/banner.tsx'
import { Card } from '../../ui/card.tsx'
import { Dl } from '../../ui/facts.tsx'

export const WithdrawWhat_withdrawal = graphql(`
  fragment WithdrawWhat_withdrawal on Withdrawal {
    runningApplications
    threads
    files
    employers {
      id
      name
      closes
      isProvisional
      otherMembers
      openPostings
      runningApplications
    }
  }
`)
export const WithdrawWhat_policy = graphql(`
  fragment WithdrawWhat_policy on PolicyValue {
    name
    value
  }
`)

interface WithdrawWhatProps {
  kind: string
  withdrawal: FragmentOf<typeof WithdrawWhat_withdrawal>
  policy: FragmentOf<typeof WithdrawWhat_policy>[]
}

/** What a withdrawal takes along and when, what stays and why: before anything is asked. */
export function WithdrawWhat({ kind, ...props }: WithdrawWhatProps) {
  const isSeeker = kind === 'SEEKER'
  const { t } = useTranslation('account')
  const { runningApplications, threads, files, employers } = readFragment(WithdrawWhat_withdrawal, props.withdrawal)
  const policy = Object.fromEntries(readFragment(WithdrawWhat_policy, props.policy).map(({ name, value }) => [name, value]))
  const counted = (what: 'running' | 'threads' | 'files', count: number) =>
    count > 0 ? [{ term: t(`withdraw.${what}`), value: t(`withdraw.${what}When`, { count }) }] : []
  const closing = employers.filter(({ closes }) => closes)
  return (
    <>
      {closing.map((employer) => (
        <Banner key={employer.id} kind="warn" title={t('withdraw.closes', { name: employer.name ?? t('withdraw.yourPlace') })}>
          <p>{t(employer.isProvisional ? 'withdraw.closesProvisional' : 'withdraw.closesWhat', { ...employer })}</p>
          {employer.otherMembers > 0 && <p className="mt-2">{t('withdraw.handOver', { count: employer.otherMembers })}</p>}
        </Banner>
      ))}
      <Card title={t('withdraw.gone')}>
        <Dl
          rows={[
            { term: t('withdraw.signIn'), value: t('withdraw.signInWhen') },
            ...(isSeeker
              ? [
                  { term: t('withdraw.profile'), value: t('withdraw.profileWhen') },
                  ...counted('running', runningApplications),
                  ...counted('threads', threads),
                  ...counted('files', files),
                ]
              : []),
            ...(kind === 'REGISTRANT' ? [{ term: t('withdraw.entry'), value: t('withdraw.entryWhen') }] : []),
            ...employers
              .filter(({ closes }) => !closes)
              .map(({ id, name }) => ({ key: id, term: name ?? t('withdraw.yourPlace'), value: t('withdraw.memberWhen') })),
            { term: t('withdraw.address'), value: t('withdraw.addressWhen', { count: policy['withdrawalErasureHours'] ?? 0 }) },
          ]}
        />
      </Card>
      <Card title={t('withdraw.stays')}>
        <ul className="list-disc space-y-2 pl-5">
          {isSeeker && (
            <li>{t('withdraw.staysName', { months: policy['formerNameMonths'] ?? 0, years: policy['formerNameHiredYears'] ?? 0 })}</li>
          )}
          {isSeeker && <li>{t('withdraw.staysNumbers')}</li>}
          {closing.some(({ isProvisional }) => !isProvisional) && <li>{t('withdraw.staysPostings')}</li>}
          {employers.length > 0 && <li>{t('withdraw.staysMessages')}</li>}
          <li>{t('withdraw.staysAudit')}</li>
        </ul>
      </Card>
    </>
  )
}
