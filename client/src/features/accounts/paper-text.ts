/** Half-width, without spaces around it: shown when a field is left. */
export const tidied = (text: string): string => text.normalize('NFKC').trim()

/** A code in groups of four, as the paper shows it. */
export const grouped = (text: string): string =>
  tidied(text)
    .toUpperCase()
    .replaceAll(/[-‐‑‒–—―−ー\s]/gu, '')
    .match(/.{1,4}/gu)
    ?.join('-') ?? ''
