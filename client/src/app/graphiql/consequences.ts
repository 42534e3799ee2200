/** What an answer of a mutation says, for a person: a trial's changes, a refusal's reason, or that it was done. */
export type Said =
  | { kind: 'tried'; changes: { field: string; before: string | null; after: string | null }[] }
  | { kind: 'refused'; message: string }
  | { kind: 'done' }
  | null

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

export function saidBy(answer: unknown): Said {
  if (!isRecord(answer) || !isRecord(answer['data'])) return null
  const result = Object.values(answer['data'])[0]
  if (!isRecord(result) || typeof result['__typename'] !== 'string') return null
  if (result['__typename'] === 'Refusal') return { kind: 'refused', message: String(result['message'] ?? result['code']) }
  if (result['__typename'] !== 'Preview') return { kind: 'done' }
  const changes = Array.isArray(result['changes']) ? result['changes'].filter(isRecord) : []
  return {
    kind: 'tried',
    changes: changes.map((c) => ({ field: String(c['field']), before: textOf(c['before']), after: textOf(c['after']) })),
  }
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)
