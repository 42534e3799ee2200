import { useSuspenseQuery } from '@apollo/client/react'
import { GraphiQLProvider } from '@graphiql/react'
import { DocExplorerStore } from '@graphiql/plugin-doc-explorer'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { StaffFrame } from '../../ui/frames.tsx'
import { useSignOutHere } from './sign-out-here.ts'
import { BOOK, type Operation } from './book.ts'
import { BookExamples, type Examples } from './examples.ts'
import { type Outcome, staffFetcher } from './fetcher.ts'
import { memoryStorage } from './memory-storage.ts'
import { Workplace } from './workplace.tsx'

/** The operation named in the address (`?op=acceptPosting&posting=pst_…`), with its variables filled from what waits. */
function asked(examples: Examples): { operation: Operation; variables: Record<string, unknown> } {
  const search = new URLSearchParams(location.search)
  const operation = BOOK.find((one) => one.key === search.get('op')) ?? BOOK[0]!
  const variables = operation.variables(examples)
  const posting = search.get('posting')
  const version = Number(search.get('version'))
  if (posting && 'postingId' in variables)
    return { operation, variables: { ...variables, postingId: posting, ...(version ? { version } : {}) } }
  return { operation, variables: posting && 'id' in variables ? { ...variables, id: posting } : variables }
}

/** GraphiQL for staff, self-hosted: the book beside the editor, the answer in words below it. */
export function StaffWorkplace() {
  const { t } = useTranslation('staff')
  const { t: ta } = useTranslation('app')
  const { data } = useSuspenseQuery(BookExamples)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const fetcher = useMemo(() => staffFetcher(setOutcome), [])
  const storage = useMemo(() => memoryStorage(), [])
  const first = useMemo(() => asked(data), [data])
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
        initialQuery={first.operation.text}
        initialVariables={JSON.stringify(first.variables, null, 2)}
      >
        <DocExplorerStore>
          <Workplace first={first.operation} examples={data} outcome={outcome} mayWrite={staff.role !== 'AUDITOR'} />
        </DocExplorerStore>
      </GraphiQLProvider>
    </StaffFrame>
  )
}
