/** "Something about this id": a hint, never the truth. Sent after COMMIT. */
export interface Hint {
  topic: string
  id: string
}

/** Waits for hints on one topic. Hints that nobody has read yet collapse into one, so a reader that stops harms nobody. */
export interface Watch {
  /** True: something happened since the last call. False: closed. */
  next(): Promise<boolean>
  close(): void
}

/** Hints that must be read one by one (a feed of new postings); beyond the limit the oldest go and `missed` is told. */
export interface Feed {
  next(): Promise<{ ids: string[]; missed: boolean } | null>
  close(): void
}

export interface Live {
  /** What is said on `control` has been heard in this process when `publish` returns: whoever lost a right gets nothing more. */
  publish(hints: readonly Hint[]): void
  watch(topic: string): Watch
  feed(topic: string, limit?: number): Feed
  on(topic: string, heard: (id: string) => void): () => void
  close(): Promise<void>
}
