import type { APIRequestContext } from '@playwright/test'
import { ask } from './people.ts'

/** The postal code of an establishment that this office serves. */
export async function servedPostalCode(counter: APIRequestContext): Promise<string> {
  const { staffEmployers } = await ask<{ staffEmployers: { nodes: { postalCode: string }[] } }>(
    counter,
    '{ staffEmployers(first: 1) { nodes { postalCode } } }',
  )
  return staffEmployers.nodes[0]?.postalCode ?? ''
}

/** A seeker whom the counter registers with an address; answers with the number. */
export async function registeredSeeker(counter: APIRequestContext, myPageEmail: string): Promise<string> {
  const input = {
    name: '草野 みちる',
    nameKana: 'クサノ ミチル',
    birthDate: '1990-04-01',
    postalCode: await servedPostalCode(counter),
    address: '1-2-3',
    phone: '00-0012-3457',
    workSituation: 'UNEMPLOYED',
    schoolSituation: 'NONE',
    wishedKind: 'FULL_TIME',
    wishedOccupations: ['033'],
    myPageEmail,
  }
  const { registerSeeker: seeker } = await ask<{ registerSeeker: { seekerNumber: string } }>(
    counter,
    'mutation ($input: RegisterSeekerInput!, $key: String!) { registerSeeker(input: $input, key: $key) { ... on Seeker { seekerNumber } } }',
    { input, key: `registered ${myPageEmail}` },
  )
  return seeker.seekerNumber
}
