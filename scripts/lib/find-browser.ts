import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { CLIENT } from './paths.ts'
import { run } from './run.ts'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** A Chromium for the browser journeys: the one asked for, one of the system, or Playwright's own. */
export function findBrowser(): string | null {
  const asked = process.env.CHROMIUM_PATH
  if (asked) return asked
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)]
  const candidates = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)))
  return [...candidates, ...playwrightsOwn()].find((path) => existsSync(path)) ?? null
}

/** Installs Chromium where that needs no question: on Debian and its like, as root. */
export async function installBrowser(): Promise<string | null> {
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return null
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  const packages = ['chromium', 'fonts-noto-cjk']
  await run('apt-get', ['update'], { cwd: '/', env })
  await run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { cwd: '/', env })
  return findBrowser()
}

function playwrightsOwn(): string[] {
  try {
    const playwright = createRequire(join(CLIENT, 'package.json')).resolve('@playwright/test')
    const source = 'process.stdout.write(require(process.argv[1]).chromium.executablePath())'
    return [execFileSync(process.execPath, ['-e', source, playwright], { encoding: 'utf8' })]
  } catch {
    return []
  }
}
