import { connect, createServer, type Socket } from 'node:net'

/** A TCP link that a test can cut and heal: what lies behind it goes on running and is only out of reach. */
export async function breakableLink(address: string) {
  const target = new URL(address)
  const open = new Set<Socket>()
  let broken = false
  let room = Number.POSITIVE_INFINITY
  let used: () => void = () => {}

  const server = createServer((near) => {
    if (broken) return near.destroy()
    const far = connect(Number(target.port), target.hostname)
    for (const socket of [near, far]) {
      open.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => {
        open.delete(socket)
        near.destroy()
        far.destroy()
      })
    }
    near.on('data', (data) => {
      room -= data.length
      if (room <= 0) return broken ? undefined : cut()
      if (far.write(data)) return
      near.pause()
      far.once('drain', () => near.resume())
    })
    far.pipe(near)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const through = new URL(address)
  const bound = server.address()
  through.hostname = '127.0.0.1'
  through.port = String(typeof bound === 'object' && bound ? bound.port : 0)

  function cut(): void {
    broken = true
    for (const socket of open) socket.destroy()
    used()
  }
  return {
    /** The same address, by way of this link. */
    url: through.href,
    /** Ends every connection and takes no new one. */
    cut,
    /** Cuts by itself after so many bytes more have gone to the far side. */
    cutAfter(bytes: number): Promise<void> {
      room = bytes
      return new Promise((resolve) => (used = resolve))
    },
    heal(): void {
      broken = false
      room = Number.POSITIVE_INFINITY
    },
    close(): void {
      cut()
      server.close()
    },
  }
}
