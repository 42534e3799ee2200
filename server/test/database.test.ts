import postgres from 'postgres'
import { expect, it } from 'vitest'
import { testDatabase } from './database.ts'

it('gives every test file the migrated tables and rows of its own', async () => {
  const [one, two] = await Promise.all([testDatabase(), testDatabase()])
  const count = async (url: string) => {
    const sql = postgres(url, { max: 1 })
    const [row] = await sql`select count(*)::int as tables from information_schema.tables where table_schema = 'public'`
    await sql.end()
    return row?.tables as number
  }
  expect(one.appUrl).not.toBe(two.appUrl)
  expect(await count(one.appUrl)).toBeGreaterThan(0)
  expect(await count(two.ownerUrl)).toBe(await count(one.ownerUrl))
  await Promise.all([one.drop(), two.drop()])
  await expect(count(one.appUrl)).rejects.toThrow('does not exist')
})
