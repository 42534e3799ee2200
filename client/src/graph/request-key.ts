/** A name for one act: sent again after a lost answer, it makes nothing twice. Works without a secure origin, too. */
export function requestKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Names an act by what is sent: the same again is the same act, changed it is another one. */
export function keysByInput(): (input: unknown) => string {
  const keys = new Map<string, string>()
  return (input) => {
    const text = JSON.stringify(input)
    const key = keys.get(text) ?? requestKey()
    keys.set(text, key)
    return key
  }
}
