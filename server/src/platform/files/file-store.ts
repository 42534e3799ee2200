import type { Readable } from 'node:stream'

/** Bytes that have arrived under their hash but are not kept yet: the caller names them in the database first. */
export interface Received {
  /** SHA-256, lower-case hex. */
  readonly hash: string
  readonly size: number
  /** Puts them where `get` finds them. */
  keep(): Promise<void>
  /** Throws them away. */
  drop(): Promise<void>
}

/** Where the bytes of files lie: a local disk, or another driver by setting. The names of files never reach it. */
export interface FileStore {
  /** Null as soon as more than `limit` bytes have come: nothing stays behind, the rest is not read. */
  put(bytes: AsyncIterable<Uint8Array>, limit: number): Promise<Received | null>
  /** Null: there is no such file. */
  get(hash: string): Promise<Readable | null>
  remove(hash: string): Promise<void>
}
