/** What a process counts about itself; /metrics and /readyz show it, nothing decides by it. */
export class Counters {
  readonly #values = new Map<string, { help: string; kind: 'counter' | 'gauge'; value: () => number }>()
  readonly #counts = new Map<string, number>()

  add(name: CounterName, by = 1): void {
    this.#counts.set(name, this.count(name) + by)
  }

  count(name: CounterName): number {
    return this.#counts.get(name) ?? 0
  }

  /** A value that is asked for when somebody looks. */
  gauge(name: string, help: string, value: () => number): void {
    this.#values.set(name, { help, kind: 'gauge', value })
  }

  /** Prometheus text format. */
  text(): string {
    const counters = Object.entries(HELP).map(([name, help]) => ({ name, help, kind: 'counter', value: this.count(name as CounterName) }))
    const gauges = [...this.#values].map(([name, { help, kind, value }]) => ({ name, help, kind, value: value() }))
    return [...counters, ...gauges]
      .map(
        ({ name, help, kind, value }) => `# HELP madoguchi_${name} ${help}\n# TYPE madoguchi_${name} ${kind}\nmadoguchi_${name} ${value}\n`,
      )
      .join('')
  }
}

const HELP = {
  requests_total: 'HTTP requests to /graphql.',
  socket_operations_total: 'Operations asked for over WebSocket.',
  errors_total: 'Errors nobody expected: answered with a request id only.',
  refused_total: 'Requests and sockets turned away by a limit.',
  events_total: 'Events sent to subscribers.',
  jobs_total: 'Jobs done.',
  jobs_failed_total: 'Jobs that failed and are tried again.',
} as const
export type CounterName = keyof typeof HELP
