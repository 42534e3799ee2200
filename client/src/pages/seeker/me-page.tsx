import { useSuspenseQuery } from '@apollo/client/react'
import { lazy } from 'react'
import { graphql } from '../../graph/graphql.ts'

const SeekerHome = lazy(async () => ({ default: (await import('./home-page.tsx')).Page }))
const RegistrantHome = lazy(async () => ({ default: (await import('../registrant/home-page.tsx')).Page }))

const MePage = graphql(`
  query MePage {
    viewer {
      kind
    }
  }
`)

/** One address, each person's own home. */
export function Page() {
  return useSuspenseQuery(MePage).data.viewer.kind === 'REGISTRANT' ? <RegistrantHome /> : <SeekerHome />
}
