import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../../server/src/config.ts'

/** Where a person finds what, after the start. */
export function describePlaces(url: string, config: Config, database: string): string {
  const base = url.replace(/\/$/, '')
  const demoPages: [string, string][] = config.demo
    ? [
        ['届いたメール', `${base}/dev/mail`],
        ['時計を動かす', `${base}/dev/clock`],
      ]
    : []
  const places: [string, string][] = [
    ['トップページ', `${base}/`],
    ['職員の窓口', `${base}/staff`],
    ['GraphiQL', `${base}/graphiql`],
    ...demoPages,
    ['データベース', database],
    ['データの置き場所', config.dataDir],
  ]
  return table(places)
}

/** Who can sign in to the demo. */
export function describeAccounts(accounts: readonly { email: string; role: string }[], password: string): string {
  return `\nデモのアカウント（パスワードはどれも ${password}）\n${table(accounts.map(({ email, role }) => [role, email]))}`
}

/** Why the start stops when somebody else listens on the port. */
export async function describePortTaken({ port, dataDir }: Config): Promise<string> {
  const another = `別のポートで起動するには: PORT=${port + 1} npx -y pnpm@12 start`
  const answer = await fetch(`http://localhost:${port}/healthz`, { signal: AbortSignal.timeout(2_000) }).catch(() => null)
  const pid = answer?.ok ? await readFile(join(dataDir, 'start.pid'), 'utf8').catch(() => null) : null
  if (!pid) return `ポート ${port} はほかのプログラムが使っています。\n${another}`
  return `Madoguchi はすでに http://localhost:${port} で動いています（終えるには: kill ${pid}）。\n${another}`
}

/** Two columns; a Japanese character is as wide as two Latin ones. */
function table(rows: readonly [string, string][]): string {
  const width = (text: string) => [...text].reduce((sum, char) => sum + (char.codePointAt(0)! > 0x2e7f ? 2 : 1), 0)
  const widest = Math.max(...rows.map(([label]) => width(label)))
  return rows.map(([label, value]) => `  ${label}${' '.repeat(widest - width(label) + 2)}${value}\n`).join('')
}
