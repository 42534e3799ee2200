import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestDatabase } from './database.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** A server in a process of its own, started as on a machine of its own: src/main.ts with an environment. */
export interface OwnProcess {
  url: string
  port: number
  /** `SIGKILL`: as if the machine had lost its power. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>
}

export async function startProcess({ appUrl, ownerUrl }: TestDatabase, port = 0): Promise<OwnProcess> {
  const dataDir = await mkdtemp(join(tmpdir(), 'madoguchi-process-'))
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/src/main.ts'], {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH,
      TSX_TSCONFIG_PATH: 'server/tsconfig.json',
      DATABASE_URL: appUrl,
      DATABASE_OWNER_URL: ownerUrl,
      DATA_DIR: dataDir,
      PORT: String(port),
      DEMO: '1',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const url = await addressOf(child)
  return {
    url,
    port: Number(new URL(url).port),
    async end(signal) {
      child.kill(signal)
      await ended
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** It says where it listens; a process that cannot start says why. */
function addressOf(child: ChildProcess): Promise<string> {
  let said = ''
  return new Promise((resolve, reject) => {
    const hear = (text: Buffer) => {
      said += text.toString()
      const port = /^Madoguchi: \S+:(\d+)/mu.exec(said)?.[1]
      if (port !== undefined) resolve(`http://127.0.0.1:${port}`)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', () => reject(new Error(said)))
  })
}
