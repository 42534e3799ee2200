import { useSuspenseQuery } from '@apollo/client/react'
import { GraphiQLProvider } from '@graphiql/react'
import { DocExplorerStore } from '@graphiql/plugin-doc-explorer'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { StaffFrame } from '../../ui/frame/staff-frame.tsx'
import { useSignOutHere } from './sign-out-here.ts'
import { BOOK } from './book.ts'
import { BookExamples, type Examples } from './examples.ts'
import { type Outcome, staffFetcher } from './fetcher.ts'
import { memoryStorage } from './memory-storage.ts'
import { Workplace } from './workplace.tsx'

/** The posting, establishment or claim named in the address (`?op=acceptPosting&posting=pst_…`, `opening=emp_…`, `claim=clm_…`) comes before what has waited longest. */
function withAsked(given: Examples, { opening, claim }: Record<'opening' | 'claim', string | null>): Examples {
  const claims = given.claimed.claims.oldest.toSorted((a, b) => Number(b.id === claim) - Number(a.id === claim))
  const employers = given.opening.employers.oldest.toSorted((a, b) => Number(b.id === opening) - Number(a.id === opening))
  const claimed = { ...given.claimed, claims: { ...given.claimed.claims, oldest: claims } }
  const examples = { ...given, claimed, opening: { ...given.opening, employers: { ...given.opening.employers, oldest: employers } } }
  const { waiting, posting } = examples
  if (!posting) return examples
  const oldest = [posting, ...waiting.postings.oldest]
  return { ...examples, waiting: { ...waiting, postings: { ...waiting.postings, oldest } } }
}

/** GraphiQL for staff, self-hosted: the book beside the editor, the answer in words below it. */
export function StaffWorkplace() {
  const { t } = useTranslation('staff')
  const { t: ta } = useTranslation('app')
  const search = useMemo(() => new URLSearchParams(location.search), [])
  const asked = search.get('posting')
  const employer = search.get('employer')
  const variables = { asked: asked ?? '', asks: asked !== null, employer, asksEmployer: employer !== null }
  const { data, client } = useSuspenseQuery(BookExamples, { variables })
  /** What was done here, or elsewhere meanwhile, has made cases newer: an operation is filled with them as they stand. */
  const lookAgain = () => void client.query({ query: BookExamples, variables, fetchPolicy: 'network-only' }).catch(() => undefined)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const fetcher = useMemo(() => staffFetcher(setOutcome), [])
  const storage = useMemo(() => memoryStorage(), [])
  const examples = useMemo(() => withAsked(data, { opening: search.get('opening'), claim: search.get('claim') }), [data, search])
  const first = BOOK.find((one) => one.key === search.get('op')) ?? BOOK[0]!
  const signOut = useSignOutHere()
  const { staff, account, demo } = data.viewer
  if (!staff) return null
  return (
    <StaffFrame
      current="operations"
      layout="fill"
      surface="white"
      demo={demo !== null}
      office={staff.office.name}
      role={ta(`staffRole.${staff.role}`)}
      name={account?.displayName ?? ''}
      onSignOut={signOut}
    >
      <h1 className="sr">{t('work.title')}</h1>
      <GraphiQLProvider
        fetcher={fetcher}
        storage={storage}
        defaultTheme="light"
        initialQuery={first.text}
        initialVariables={JSON.stringify(first.variables(examples), null, 2)}
      >
        <DocExplorerStore>
          <Workplace first={first} examples={examples} outcome={outcome} mayWrite={staff.role !== 'AUDITOR'} onOpen={lookAgain} />
        </DocExplorerStore>
      </GraphiQLProvider>
    </StaffFrame>
  )
}
