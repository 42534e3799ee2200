import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { EmbeddedUnavailable } from './embedded-unavailable.ts'

/** The user PostgreSQL runs as when it must not be ours. */
export type Identity = { uid: number; gid: number }

/** PostgreSQL refuses to run as root: then it runs as the cluster's owner, or as `nobody` for a new one. Null means: as ourselves. */
export function chooseIdentity(cluster: string): Identity | null {
  if (!process.getuid) return null
  if (process.getuid() === 0) return ownerOf(cluster) ?? nobody()
  try {
    userInfo()
  } catch {
    throw new EmbeddedUnavailable({
      ja: `利用者番号 ${process.getuid()} がこのコンピューターに登録されていません。`,
      en: `User id ${process.getuid()} is not known on this machine.`,
    })
  }
  return null
}

function ownerOf(cluster: string): Identity | null {
  const stat = statSync(cluster, { throwIfNoEntry: false })
  return stat && stat.uid !== 0 ? { uid: stat.uid, gid: stat.gid } : null
}

function nobody(): Identity {
  const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
  try {
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    throw new EmbeddedUnavailable({
      ja: '管理者（root）では起動できず、代わりの利用者 nobody もありません。',
      en: 'It refuses to run as root, and there is no user "nobody" to run as.',
    })
  }
}
