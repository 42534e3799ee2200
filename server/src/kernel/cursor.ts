/** Where a keyset page ended: the sort values of its last row. Opaque outside, versioned by its first letter. */
export type CursorValue = string | number | null

export const encodeCursor = (values: readonly CursorValue[]): string => `a${Buffer.from(JSON.stringify(values)).toString('base64url')}`

/** Null for anything that was not made here: the caller answers BAD_USER_INPUT. */
export function decodeCursor(cursor: string, length: number): CursorValue[] | null {
  if (!cursor.startsWith('a')) return null
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor.slice(1), 'base64url').toString('utf8'))
    const known =
      Array.isArray(values) && values.length === length && values.every((v) => v === null || typeof v === 'string' || typeof v === 'number')
    return known ? (values as CursorValue[]) : null
  } catch {
    return null
  }
}
