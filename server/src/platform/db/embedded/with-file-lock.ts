import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'

const HEARTBEAT_MS = 1_000
const STALE_AFTER_MS = 15_000
const RETRY_MS = 50

/** Runs `work` while no other process holds the same lock file; a lock left behind by a killed process is taken over. */
export async function withFileLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  const mine = `${process.pid} ${randomUUID()}`
  const seen = { content: '', mtimeMs: 0, since: performance.now() }
  while (!tryTake(path, mine)) {
    const current = look(path)
    if (current && (current.content !== seen.content || current.mtimeMs !== seen.mtimeMs))
      Object.assign(seen, current, { since: performance.now() })
    if (current && (!isAlive(current.content) || performance.now() - seen.since > STALE_AFTER_MS)) removeIfStill(path, current.content)
    else await sleep(RETRY_MS)
  }
  const heartbeat = setInterval(() => touch(path), HEARTBEAT_MS)
  try {
    return await work()
  } finally {
    clearInterval(heartbeat)
    removeIfStill(path, mine)
  }
}

function tryTake(path: string, content: string): boolean {
  const draft = `${path}.${randomUUID()}`
  writeFileSync(draft, content)
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

function look(path: string): { content: string; mtimeMs: number } | null {
  try {
    return { content: readFileSync(path, 'utf8'), mtimeMs: statSync(path).mtimeMs }
  } catch {
    return null
  }
}

function isAlive(content: string): boolean {
  try {
    process.kill(Number.parseInt(content, 10), 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Moves the file aside before deleting it, so that a lock taken in this very moment by somebody else is put back. */
function removeIfStill(path: string, content: string) {
  const aside = `${path}.${randomUUID()}`
  try {
    renameSync(path, aside)
    if (readFileSync(aside, 'utf8') !== content) linkSync(aside, path)
  } catch {
    return
  } finally {
    rmSync(aside, { force: true })
  }
}

function touch(path: string) {
  try {
    const { mtimeMs } = statSync(path)
    utimesSync(path, mtimeMs / 1_000 + 1, mtimeMs / 1_000 + 1)
  } catch {
    return
  }
}
