/** Says in one line what is being done and how long it took. */
export async function step<T>(
  label: string,
  work: (note: (line: string) => void) => Promise<T>,
  startedAt = performance.now(),
): Promise<T> {
  process.stdout.write(`${label} … `)
  try {
    const result = await work((line) => process.stdout.write(`\n  ${line} … `))
    process.stdout.write(`${seconds(startedAt)}\n`)
    return result
  } catch (error) {
    process.stdout.write('できませんでした\n')
    throw error
  }
}

/** The time since `startedAt`, for people. */
export const seconds = (startedAt: number) => `${((performance.now() - startedAt) / 1_000).toFixed(1)} 秒`
