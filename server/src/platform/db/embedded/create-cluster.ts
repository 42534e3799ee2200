import { spawn } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Identity } from './choose-identity.ts'
import { programIn } from './locate-binaries.ts'
import { POSTGRES_ENV, SUPERUSER } from './settings.ts'

/** Makes a new cluster beside its final place and moves it there when it is whole, so a kill in between leaves nothing half done. */
export async function createCluster(native: string, dataDir: string, password: string, identity: Identity | null, durable: boolean) {
  for (const name of readdirSync(dataDir)) if (name.startsWith('new-')) rmSync(join(dataDir, name), { recursive: true, force: true })
  const workplace = join(dataDir, `new-${process.pid}`)
  const passwordFile = join(workplace, 'password')
  mkdirSync(workplace, { mode: 0o700 })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (identity) for (const path of [workplace, passwordFile]) chownSync(path, identity.uid, identity.gid)
  const made = join(workplace, 'cluster')
  await initdb(programIn(native, 'initdb'), made, passwordFile, identity, durable)
  renameSync(made, join(dataDir, 'cluster'))
  rmSync(workplace, { recursive: true, force: true })
}

/** Whether a whole cluster stands in the data folder. */
export const hasCluster = (dataDir: string) => existsSync(join(dataDir, 'cluster', 'PG_VERSION'))

/** The builtin C.UTF-8 provider sorts by code point and does not depend on the machine's locales. */
async function initdb(program: string, cluster: string, passwordFile: string, identity: Identity | null, durable: boolean) {
  const locale = ['-E', 'UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
  const access = ['-U', SUPERUSER, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`]
  const args = ['-D', cluster, ...access, ...locale, '--no-instructions', ...(durable ? [] : ['--no-sync'])]
  const child = spawn(program, args, {
    ...identity,
    cwd: join(cluster, '..'),
    env: POSTGRES_ENV,
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  })
  let output = ''
  child.stdout.on('data', (text: Buffer) => (output += text.toString()))
  child.stderr.on('data', (text: Buffer) => (output += text.toString()))
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve))
  if (code !== 0) throw new Error(`データベースの初期化が途中で止まりました。 / initdb failed (${code ?? 'killed'}):\n${output}`)
}
