import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { TestApp } from './app.ts'

/** Where one of these words stands: every column of every table, as text, and every stored file. */
export async function tracesOf(app: TestApp, words: readonly string[]): Promise<string[]> {
  const columns = await app.sql<{ table: string; column: string }[]>`
    select c.table_name as table, c.column_name as column
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
      and (c.data_type in ('text', 'jsonb', 'json', 'ARRAY', 'character varying'))
    order by 1, 2`
  const found: string[] = []
  for (const { table, column } of columns) {
    const rows = await app.sql<
      { text: string }[]
    >`select ${app.sql(column)}::text as text from ${app.sql(table)} where ${app.sql(column)} is not null`
    if (rows.some(({ text }) => words.some((word) => text.includes(word)))) found.push(`${table}.${column}`)
  }
  const files = await readdir(app.dataDir, { recursive: true, withFileTypes: true })
  for (const file of files) {
    if (!file.isFile()) continue
    const bytes = await readFile(join(file.parentPath, file.name))
    if (words.some((word) => bytes.includes(word) || file.name.includes(word))) found.push('files')
  }
  return [...new Set(found)]
}
