import type { Watch } from '../platform/live/live.ts'
import { type Audience, isInAudience } from './audience.ts'
import type { Context } from './context.ts'
import { graphError } from './errors.ts'

/** "From now" is when the subscription is answered: where it begins is known before the reader can do anything else. */
export async function streamFrom<T>(
  watch: Watch,
  begin: () => Promise<number>,
  follow: (watch: Watch, seq: number) => AsyncGenerator<T, void>,
): Promise<AsyncIterableIterator<T, void>> {
  try {
    return closable(watch, follow(watch, await begin()))
  } catch (error) {
    watch.close()
    throw error
  }
}

/** A generator that waits cannot be told to stop: here `return` first closes what it waits for. */
export function closable<T>(source: { close(): void }, generator: AsyncGenerator<T, void>): AsyncIterableIterator<T, void> {
  return {
    next: () => generator.next(),
    return() {
      source.close()
      return generator.return()
    },
    [Symbol.asyncIterator]() {
      return this
    },
  }
}

/** The library asks `@Audience` for each event only; this asks before the stream opens. */
export function demandAudience(ctx: Context, who: readonly Audience[]): void {
  if (!isInAudience(ctx.viewer, who)) throw graphError(ctx.viewer.kind === 'visitor' ? 'UNAUTHENTICATED' : 'FORBIDDEN')
}
