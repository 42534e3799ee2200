/** The administrator of the embedded server; the application itself never signs in as this user. */
export const SUPERUSER = 'postgres'

/** A small environment of its own, so that PGPORT and the like of the person's shell change nothing. */
export const POSTGRES_ENV = { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/local/bin:/usr/bin:/bin' }

/** How long a start may take, crash recovery included. */
export const START_LIMIT_MS = 120_000

/** How long a clean stop may take before the server is told to stop at once. */
export const STOP_LIMIT_MS = 30_000

/** Reachable from this machine only, by TCP and password; without sockets there is nothing to place and nothing to leave behind. */
export const serverFlags = (port: number, durable: boolean): string[] => {
  const reach = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', `port=${port}`]
  const size = ['max_connections=200', 'shared_buffers=128MB']
  const time = ['timezone=UTC', 'log_timezone=UTC']
  const haste = durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']
  return [...reach, ...size, ...time, ...haste].flatMap((setting) => ['-c', setting])
}
