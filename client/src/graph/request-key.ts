/** A name for one act: sent again after a lost answer, it makes nothing twice. Works without a secure origin, too. */
export function requestKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
