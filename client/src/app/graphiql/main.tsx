import './workers.ts'
import '../../ui/madoguchi.css'
import '@graphiql/react/style.css'
import '@graphiql/plugin-doc-explorer/style.css'
import './workplace.css'
import { ApolloProvider } from '@apollo/client/react'
import { StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { makeClient } from '../../graph/client.ts'
import { onePress } from '../../ui/one-press.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { UiProvider } from '../../ui/ui-provider.tsx'
import { StaffWorkplace } from './staff-workplace.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('no #root')
onePress(window)

createRoot(root).render(
  <StrictMode>
    <ApolloProvider client={makeClient()}>
      <UiProvider>
        <Suspense fallback={<Skeleton />}>
          <StaffWorkplace />
        </Suspense>
      </UiProvider>
    </ApolloProvider>
  </StrictMode>,
)
