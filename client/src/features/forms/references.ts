import { useApolloClient, useQuery } from '@apollo/client/react'
import { useCallback, useMemo } from 'react'
import { graphql } from '../../graph/graphql.ts'
import type { ListEntry } from '../../ui/search-list.tsx'

const FormOccupations = graphql(`
  query FormOccupations {
    occupations {
      code
      name
      middles {
        code
        name
        words
      }
    }
  }
`)
const FormIndustries = graphql(`
  query FormIndustries {
    industries {
      code
      name
      middles {
        code
        name
      }
    }
  }
`)
const FormPrefectures = graphql(`
  query FormPrefectures {
    prefectures {
      code
      name
    }
  }
`)
const FormMunicipalities = graphql(`
  query FormMunicipalities($prefectureCode: String!) {
    municipalities(prefectureCode: $prefectureCode) {
      code
      name
      kana
      prefectureCode
    }
  }
`)
const FormPostalAddress = graphql(`
  query FormPostalAddress($postalCode: String!) {
    addressOfPostalCode(postalCode: $postalCode) {
      postalCode
      area
      prefecture {
        code
        name
      }
      municipality {
        code
        name
        kana
        prefectureCode
      }
    }
  }
`)

interface Major {
  code: string
  name: string
  middles: readonly { code: string; name: string; words?: readonly string[] }[]
}
/** Where a group is not divided further, the group itself is chosen. */
const tree = (majors: readonly Major[] | undefined): ListEntry[] =>
  (majors ?? []).flatMap((major): ListEntry[] =>
    major.middles.length === 0 ? [{ value: major.code, label: major.name, words: major.code }] : divided(major),
  )
const divided = (major: Major): ListEntry[] => [
  { value: `major:${major.code}`, label: major.name, heading: true },
  ...major.middles.map((middle) => ({
    value: middle.code,
    label: middle.name,
    parent: `major:${major.code}`,
    words: [major.name, middle.code, ...(middle.words ?? [])].join(' '),
  })),
]

/** Public data changes with a release, not while a page is open. */
const once = { fetchPolicy: 'cache-first' } as const

export function useOccupations(skip = false): ListEntry[] {
  const { data } = useQuery(FormOccupations, { ...once, skip })
  return useMemo(() => tree(data?.occupations), [data])
}

export function useIndustries(skip = false): ListEntry[] {
  const { data } = useQuery(FormIndustries, { ...once, skip })
  return useMemo(() => tree(data?.industries), [data])
}

export function usePrefectures(skip = false): { value: string; label: string }[] {
  const { data } = useQuery(FormPrefectures, { ...once, skip })
  return useMemo(() => (data?.prefectures ?? []).map(({ code, name }) => ({ value: code, label: name })), [data])
}

export function useMunicipalities(prefectureCode: string): ListEntry[] {
  const { data } = useQuery(FormMunicipalities, { ...once, variables: { prefectureCode }, skip: prefectureCode === '' })
  return useMemo(
    () => (data?.municipalities ?? []).map(({ code, name, kana }) => ({ value: code, label: name, words: `${kana} ${code}` })),
    [data],
  )
}

/** The first two digits of a municipality's JIS code are its prefecture. */
export const prefectureOf = (municipalityCode: string): string => municipalityCode.slice(0, 2)

/** Asks for the address of a postal code; nothing when it cannot be had. */
export function usePostalAddress() {
  const client = useApolloClient()
  return useCallback(
    async (postalCode: string) => {
      try {
        const { data } = await client.query({ query: FormPostalAddress, variables: { postalCode } })
        return data?.addressOfPostalCode ?? null
      } catch {
        return null
      }
    },
    [client],
  )
}
