import { getNullableType, type GraphQLError, type GraphQLField, isInputObjectType } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeEmployer, makeMember, makeOffice, makeOpenPosting, makeRegistrant, makeSeeker, makeStaff } from '../../test/actors.ts'
import { documentOf, type Known, plausibleArguments, textPaths, withText } from '../../test/any-arguments.ts'
import { noSession, testApp, type TestApp } from '../../test/app.ts'
import { isInAudience, type Audience } from '../graph/audience.ts'
import type { Viewer } from '../graph/context.ts'
import { accounts } from '../modules/accounts/accounts.table.ts'
import { seekers } from '../modules/seekers/seekers.table.ts'
import { hashPassword } from '../modules/accounts/passwords.ts'
import { newId } from '../platform/db/columns.ts'
import { makeSchema } from './schema.ts'

/** What people, programs and attackers put into a field. */
const TEXTS: Record<string, string> = {
  nothing: '',
  spaces: ' \u3000\t',
  'half-width letters without an end': 'a'.repeat(10_000),
  'full-width letters without an end': 'あ'.repeat(5_000),
  'full-width letters and digits': 'ＡＢＣ１２３＠ｍａｉｌ．ｅｘａｍｐｌｅ',
  'half-width katakana': 'ｶﾞｷﾞｸﾞ',
  NUL: 'a\u0000b',
  'control characters': '\u0007\u001b[31m\r\nBcc: x@mail.example',
  'a lone high surrogate': 'x\ud83d',
  'a lone low surrogate': '\ude00x',
  emoji: '👩‍👩‍👧‍👦🈳',
  'a text turned round': '\u202egpj.exe',
  'wildcards of LIKE': '%_\\',
  SQL: "'; drop table accounts; --",
  'a path': '../../etc/passwd',
  'a tag': '<script>alert(1)</script>',
  'a prototype': '__proto__',
}
const schema = await makeSchema()
const fieldsOf = (kind: 'query' | 'mutation') =>
  Object.values((kind === 'query' ? schema.getQueryType() : schema.getMutationType())!.getFields())
const withTexts = (kind: 'query' | 'mutation') =>
  fieldsOf(kind).flatMap((field) => {
    const value = plausibleArguments(field.args, {})
    const paths = field.args.flatMap((arg) => textPaths(arg.type, value[arg.name], [arg.name]))
    return paths.length > 0 ? [[`${kind} ${field.name}`, kind, field] as const] : []
  })

let app: TestApp
let known: Known
let viewers: (Viewer | null)[]
beforeAll(async () => {
  app = await testApp({ now: '2026-11-21T10:00:00+09:00' })
  const office = await makeOffice(app)
  const firm = await makeEmployer(app, office)
  const seeker = await makeSeeker(app, office)
  const staff = await makeStaff(app, office)
  const manager = await makeStaff(app, office, 'MANAGER')
  const center = await makeOffice(app, { code: '13900', kind: 'CENTER' })
  const host = await makeStaff(app, center)
  const { posting } = await makeOpenPosting(app, office, firm)
  const { viewer: member } = await makeMember(app, firm.employer.id)
  const registrant = await makeRegistrant(app, center, host)
  await app.db.update(accounts).set({ passwordHash: await hashPassword('Tsukuba7#gawa') })
  viewers = [
    null,
    seeker.viewer,
    { kind: 'registrant', accountId: registrant.accountId!, registrantId: registrant.id },
    firm.owner,
    staff,
    manager,
    host,
  ] as Viewer[]
  known = {
    postingId: posting.id,
    employerId: firm.employer.id,
    memberId: member.memberId,
    accountId: seeker.viewer.accountId,
    registrantId: registrant.id,
    seekerNumber: seeker.seeker.seekerNumber,
    number: seeker.seeker.seekerNumber,
    opens: seeker.seeker.id,
    postingNumber: posting.postingNumber,
    employerNumber: firm.employer.employerNumber,
    postalCode: '1000001',
    email: 'somebody@mail.example',
    step: 'work',
    purpose: '窓口での相談',
    dryRun: true,
  }
})
afterAll(() => app.close())

const whoMay = (field: GraphQLField<unknown, unknown>) =>
  viewers.filter((viewer) => isInAudience(viewer ?? { kind: 'visitor' }, field.extensions['audience'] as readonly Audience[]))

/** An answer that nobody planned: no code of ours. */
const unplanned = (errors: readonly GraphQLError[]) => errors.filter(({ extensions }) => typeof extensions?.['code'] !== 'string')

describe.each(['query', 'mutation'] as const)('whatever is typed, each %s answers with words of ours:', (kind) => {
  it.each(withTexts(kind))('%s', async (_name, _kind, field) => {
    const source = documentOf(kind, field)
    for (const viewer of whoMay(field)) {
      const given = plausibleArguments(field.args, known)
      for (const path of field.args.flatMap((arg) => textPaths(arg.type, given[arg.name], [arg.name])))
        for (const [name, text] of Object.entries(TEXTS)) {
          const { data, errors = [] } = await app
            .as(viewer, viewer ? { ...noSession, id: newId('ses') } : noSession)
            .ask(source, withText(given, path, text) as Known)
          const where = `${path.join('.')}: ${name}`
          expect(unplanned(errors).map(({ message }) => `${where}: ${message}`)).toEqual([])
          const { message = '', problems = [] } = (data?.['answer'] ?? {}) as { message?: string; problems?: { message: string }[] }
          for (const words of [message, ...problems.map((one) => one.message)]) expect(words, where).not.toMatch(/undefined|\[object|NaN/u)
        }
    }
  })
})

const BROKEN = String.raw`[\uFFFD\u0001-\u0008\u000B\u001B]`

it('nothing of it stands in the database as it was: no control character, no half of a character', async () => {
  const [sees] = await app.sql<
    { it: boolean }[]
  >`select ${'x\ufffd'} ~ ${BROKEN} and ${'\u0007'} ~ ${BROKEN} and not ${'x'} ~ ${BROKEN} as it`
  expect(sees?.it).toBe(true)
  const columns = await app.sql<{ table: string; column: string }[]>`
    select table_name as table, column_name as column from information_schema.columns
    where table_schema = 'public' and data_type in ('text', 'jsonb', 'character varying')`
  const found: string[] = []
  for (const { table, column } of columns) {
    const [row] = await app.sql<{ text: string }[]>`
      select ${app.sql(column)}::text as text from ${app.sql(table)} where ${app.sql(column)}::text ~ ${BROKEN} limit 1`
    if (row) found.push(`${table}.${column}: ${row.text.slice(0, 80)}`)
  }
  expect(found).toEqual([])
})

describe('what a form does not ask for (S28)', () => {
  const inputs = fieldsOf('mutation').filter(({ args }) => args.some(({ type }) => isInputObjectType(getNullableType(type))))
  it.each(inputs.map((field) => [field.name, field] as const))('is refused in the input of %s', async (_name, field) => {
    const given = plausibleArguments(field.args, known)
    const { name } = field.args.find(({ type }) => isInputObjectType(getNullableType(type)))!
    for (const extra of ['role', 'officeId', 'status', 'seq', 'createdAt'].filter((key) => !(key in (given[name] as Known)))) {
      const { errors = [] } = await app
        .as(whoMay(field)[0]!)
        .ask(documentOf('mutation', field), { ...given, [name]: { ...(given[name] as Known), [extra]: 'x' } })
      expect(errors[0]?.message, extra).toContain(`"${extra}" is not defined`)
    }
  })

  it('is kept by no form of a draft: the sheet has what was asked for, and the office is found by the place', async () => {
    const seeker = viewers[1]!
    const SAVE =
      'mutation ($data: FormData!, $version: Int!) { answer: saveRegistration(step: "basics", data: $data, version: $version) { __typename ... on Refusal { code } } }'
    await app
      .as(seeker)
      .run(SAVE, { data: { status: 'REGISTERED', officeId: 'off_x', receivesBenefit: 'true', seekerNumber: '13010-00000000' }, version: 1 })
    const rows = await app.db.select().from(seekers)
    expect(rows.map(({ receivesBenefit }) => receivesBenefit)).not.toContain(true)
    expect(rows.map(({ seekerNumber }) => seekerNumber)).not.toContain('13010-00000000')
  })
})
