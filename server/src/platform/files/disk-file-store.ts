import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { FileStore } from './file-store.ts'

const HASH = /^[0-9a-f]{64}$/

/** Files below `<dataDir>/blobs/ab/cdef…`; half-arrived ones in `<dataDir>/blobs/arriving`. */
export function diskFileStore(dataDir: string): FileStore {
  const root = join(dataDir, 'blobs')
  const pathOf = (hash: string) => {
    if (!HASH.test(hash)) throw new Error('not a hash')
    return join(root, hash.slice(0, 2), hash.slice(2))
  }
  return {
    async put(bytes, limit) {
      const arriving = join(root, 'arriving', randomUUID())
      await mkdir(dirname(arriving), { recursive: true })
      const drop = () => rm(arriving, { force: true })
      const hash = createHash('sha256')
      let size = 0
      const file = await open(arriving, 'wx', 0o600)
      try {
        for await (const chunk of bytes) {
          size += chunk.byteLength
          if (size > limit) break
          hash.update(chunk)
          await file.writeFile(chunk)
        }
        if (size <= limit) await file.sync()
      } catch (error) {
        await file.close()
        await drop()
        throw error
      }
      await file.close()
      if (size > limit) {
        await drop()
        return null
      }
      const name = hash.digest('hex')
      return {
        hash: name,
        size,
        async keep() {
          await mkdir(dirname(pathOf(name)), { recursive: true })
          await rename(arriving, pathOf(name))
        },
        drop,
      }
    },
    async get(hash) {
      const file = await open(pathOf(hash), 'r').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null
        throw error
      })
      return file && file.createReadStream()
    },
    remove: (hash) => rm(pathOf(hash), { force: true }),
  }
}
