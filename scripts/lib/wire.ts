import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** A wire of a test's own to what listens at an address, to be hurt in the ways a real one is: what lies behind it runs on and is only out of reach. */
export interface Wire {
  /** The same address, by way of this wire. */
  url: string
  /** A tunnel: nothing passes, nobody is told; what was on its way arrives after `heal`. */
  silence: () => void
  /** What is asked still arrives; what is answered is lost. */
  loseAnswers: () => void
  /** Open connections break, and new ones are refused at once. */
  cut: () => void
  /** Cuts by itself after so many bytes more have gone to the far side. */
  cutAfter: (bytes: number) => Promise<void>
  heal: () => void
  close: () => Promise<void>
}

type State = 'whole' | 'silent' | 'deaf' | 'cut'

export async function openWire(address: string): Promise<Wire> {
  const far = new URL(address)
  const pairs = new Set<readonly [Socket, Socket]>()
  let state: State = 'whole'
  let room = Number.POSITIVE_INFINITY
  let roomIsUsed: () => void = () => {}

  const breakAll = () => {
    for (const [near, distant] of pairs) {
      near.resetAndDestroy()
      distant.destroy()
    }
  }
  const become = (next: State) => {
    // A connection that lost a part of an answer is of no more use.
    if (state === 'deaf' || next === 'cut') breakAll()
    state = next
    for (const pair of pairs)
      for (const socket of pair)
        if (next === 'silent') socket.pause()
        else socket.resume()
  }
  const pass = (bytes: Buffer, from: Socket, to: Socket) => {
    if (to.write(bytes)) return
    from.pause()
    to.once('drain', () => state !== 'silent' && from.resume())
  }
  const join = (near: Socket, distant: Socket) => {
    const pair = [near, distant] as const
    pairs.add(pair)
    const part = () => {
      pairs.delete(pair)
      near.destroy()
      distant.destroy()
    }
    near.on('data', (bytes) => {
      room -= bytes.length
      if (room > 0) return pass(bytes, near, distant)
      become('cut')
      roomIsUsed()
    })
    distant.on('data', (bytes) => state !== 'deaf' && pass(bytes, distant, near))
    for (const socket of pair) socket.on('close', part).on('error', part)
    if (state === 'silent') pair.forEach((socket) => socket.pause())
  }

  const door = createServer((near) => {
    if (state === 'cut') near.resetAndDestroy()
    else join(near, connect(Number(far.port), far.hostname))
  })
  door.listen(0, 'localhost')
  await once(door, 'listening')
  const bound = door.address()
  const url = new URL(address)
  url.hostname = 'localhost'
  url.port = String(typeof bound === 'object' && bound ? bound.port : 0)

  return {
    url: url.href.replace(/\/$/u, ''),
    silence: () => become('silent'),
    loseAnswers: () => become('deaf'),
    cut: () => become('cut'),
    cutAfter(bytes) {
      room = bytes
      return new Promise((resolve) => (roomIsUsed = resolve))
    },
    heal() {
      room = Number.POSITIVE_INFINITY
      become('whole')
    },
    async close() {
      breakAll()
      door.close()
      await once(door, 'close')
    },
  }
}
