/** Where one goes on after something was done. */
export type Next = { kind: 'paper'; codeId: string; code: string } | { kind: 'issue'; employerNumber: string } | null

/** What an answer of a mutation says, for a person: a trial's changes, a refusal's reason, or that it was done. */
export type Said =
  | { kind: 'tried'; changes: { field: string; before: string | null; after: string | null }[] }
  | { kind: 'refused'; message: string; problems: string[]; acknowledge: { path: string; code: string }[] }
  | { kind: 'done'; next: Next }
  | null

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

export function saidBy(answer: unknown): Said {
  if (!isRecord(answer) || !isRecord(answer['data'])) return null
  const [[name, result] = ['', null]] = Object.entries(answer['data'])
  if (!isRecord(result) || typeof result['__typename'] !== 'string') return null
  if (result['__typename'] === 'Refusal') return refused(result)
  if (result['__typename'] !== 'Preview') return { kind: 'done', next: nextOf(name, result) }
  const changes = recordsOf(result['changes'])
  return {
    kind: 'tried',
    changes: changes.map((c) => ({ field: String(c['field']), before: textOf(c['before']), after: textOf(c['after']) })),
  }
}

/** A new code wants its paper, a new establishment its code. */
function nextOf(name: string, result: Record<string, unknown>): Next {
  if (name === 'registerEmployer' && typeof result['employerNumber'] === 'string')
    return { kind: 'issue', employerNumber: result['employerNumber'] }
  const { creationCode, slip } = result
  if (typeof creationCode !== 'string' || !isRecord(slip) || typeof slip['id'] !== 'string') return null
  return { kind: 'paper', codeId: slip['id'], code: creationCode }
}

const recordsOf = (value: unknown) => (Array.isArray(value) ? value.filter(isRecord) : [])

/** What is asked can be answered: the variable that says so stands ready. */
function refused(result: Record<string, unknown>): Said {
  const problems = recordsOf(result['problems'])
  return {
    kind: 'refused',
    message: String(result['message'] ?? result['code']),
    problems: problems.map((problem) => String(problem['message'])),
    acknowledge: problems.filter((p) => p['severity'] === 'CONFIRM').map((p) => ({ path: String(p['path']), code: String(p['code']) })),
  }
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)
