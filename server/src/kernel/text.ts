const HALF = /[\u0020-\u007e\uff61-\uff9f]/u
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/gu
const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' })

/** Length in full-width characters, half-width counting half, rounded up (R28). */
export function widthOf(text: string): number {
  let halves = 0
  for (const { segment } of graphemes.segment(text)) halves += segment.length === 1 && HALF.test(segment) ? 1 : 2
  return Math.ceil(halves / 2)
}

/**
 * Numbers, codes and e-mail are read in half-width whatever was typed; hyphens and spaces in them are tidied (R28). What no number holds
 * becomes a mark that none is found by.
 */
export const halfWidth = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(FORBIDDEN, '\ufffd')
    .normalize('NFKC')
    .replaceAll(/[‐‑‒–—―−ーｰ]/gu, '-')
    .trim()

/** Kana of names: hiragana and half-width katakana become full-width katakana. */
export const katakana = (text: string): string =>
  text
    .replaceAll(/[\uff61-\uff9f]+/gu, (half) => half.normalize('NFKC'))
    .replaceAll(/[ぁ-ゖ]/gu, (c) => String.fromCharCode(c.charCodeAt(0) + 0x60))
    .replaceAll(/[\u0020\u3000]+/gu, ' ')
    .trim()

/** What PostgreSQL or a reader cannot hold: NUL and other control characters, and halves of surrogate pairs. */
export function hasForbiddenCharacter(text: string): boolean {
  return !text.isWellFormed() || text.search(FORBIDDEN) !== -1
}

/** Free text keeps its characters; only line ends and the space at both ends are tidied. */
export const tidy = (text: string): string => text.replaceAll('\r\n', '\n').trim()
