import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** A wire of the test's own between a browser and the server, to be cut in the ways a real one fails. */
export interface Wire {
  /** What the browser opens instead of the server's own address. */
  url: string
  /** A tunnel: nothing passes, nobody is told; what was on its way arrives after `heal`. */
  silence: () => void
  /** What is asked still arrives; what is answered is lost. */
  loseAnswers: () => void
  /** Open connections break, and new ones are refused at once. */
  cut: () => void
  heal: () => void
  close: () => Promise<void>
}

type State = 'whole' | 'silent' | 'deaf' | 'cut'

export async function openWire(server: string): Promise<Wire> {
  const { hostname, port } = new URL(server)
  const pairs = new Set<readonly [Socket, Socket]>()
  let state: State = 'whole'

  const join = (near: Socket, far: Socket) => {
    const pair = [near, far] as const
    pairs.add(pair)
    const part = () => {
      pairs.delete(pair)
      near.destroy()
      far.destroy()
    }
    near.on('data', (bytes) => far.write(bytes))
    far.on('data', (bytes) => state !== 'deaf' && near.write(bytes))
    for (const socket of pair) socket.on('close', part).on('error', part)
    if (state === 'silent') pair.forEach((socket) => socket.pause())
  }
  const inside = createServer({ allowHalfOpen: false }, (near) => {
    if (state === 'cut') near.resetAndDestroy()
    else join(near, connect(Number(port), hostname))
  })
  inside.listen(0, 'localhost')
  await once(inside, 'listening')
  const address = inside.address()
  if (address === null || typeof address === 'string') throw new Error('the wire has no port')

  const breakAll = () => {
    for (const [near, far] of pairs) {
      near.resetAndDestroy()
      far.destroy()
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
  return {
    url: `http://localhost:${address.port}`,
    silence: () => become('silent'),
    loseAnswers: () => become('deaf'),
    cut: () => become('cut'),
    heal: () => become('whole'),
    close: async () => {
      breakAll()
      inside.close()
      await once(inside, 'close')
    },
  }
}
