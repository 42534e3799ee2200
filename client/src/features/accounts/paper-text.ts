/** Half-width, without spaces around it: shown when a field is left. */
export const tidied = (text: string): string => text.normalize('NFKC').trim()

/** A code in groups of four, as the paper shows it; anything else stays as it was typed. */
export function grouped(text: string): string {
  const code = tidied(text)
    .toUpperCase()
    .replaceAll(/[-‐‑‒–—―−ー\s]/gu, '')
  return /^[0-9A-Z]+$/u.test(code) ? (code.match(/.{1,4}/gu)?.join('-') ?? '') : tidied(text)
}
