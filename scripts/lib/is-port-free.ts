import { createServer } from 'node:net'

/** Whether a server could listen there now; a program on 127.0.0.1 alone also counts, because it would be asked instead of ours. */
export async function isPortFree(port: number): Promise<boolean> {
  return (await canListen(port, undefined)) && (await canListen(port, '127.0.0.1'))
}

function canListen(port: number, host: string | undefined): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
      .once('error', () => resolve(false))
      .listen({ port, ...(host ? { host } : {}) }, () => probe.close(() => resolve(true)))
  })
}
