import { useSuspenseQuery } from '@apollo/client/react'
import { GraphiQLProvider } from '@graphiql/react'
import { DocExplorerStore } from '@graphiql/plugin-doc-explorer'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { StaffFrame } from '../../ui/frames.tsx'
import { useSignOutHere } from './sign-out-here.ts'
import { BOOK } from './book.ts'
import { BookExamples, type Examples } from './examples.ts'
import { type Outcome, staffFetcher } from './fetcher.ts'
import { memoryStorage } from './memory-storage.ts'
import { Workplace } from './workplace.tsx'

/** The posting named in the address (`?op=acceptPosting&posting=pst_…&version=3`) comes before what has waited longest. */
function withAsked(examples: Examples, search: URLSearchParams): Examples {
  const id = search.get('posting')
  if (id === null) return examples
  const { waiting } = examples
  const { oldest } = waiting.postings
  const known = oldest.find((posting) => posting.id === id)
  const version = Number(search.get('version')) || (known?.version ?? 1)
  const asked = { title: '', employer: null, ...known, id, version }
  return { ...examples, waiting: { ...waiting, postings: { ...waiting.postings, oldest: [asked, ...oldest] } } }
}

/** GraphiQL for staff, self-hosted: the book beside the editor, the answer in words below it. */
export function StaffWorkplace() {
  const { t } = useTranslation('staff')
  const { t: ta } = useTranslation('app')
  const { data } = useSuspenseQuery(BookExamples)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const fetcher = useMemo(() => staffFetcher(setOutcome), [])
  const storage = useMemo(() => memoryStorage(), [])
  const search = useMemo(() => new URLSearchParams(location.search), [])
  const examples = useMemo(() => withAsked(data, search), [data, search])
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
          <Workplace first={first} examples={examples} outcome={outcome} mayWrite={staff.role !== 'AUDITOR'} />
        </DocExplorerStore>
      </GraphiQLProvider>
    </StaffFrame>
  )
}
