import { formatNumber, plainNumber } from '../../ui/format.ts'

/** 185,000: what was made of it is shown when the field is left. */
export function tidyNumber(text: string): string {
  const plain = plainNumber(text)
  return /^-?\d+(\.\d+)?$/u.test(plain) ? formatNumber(Number(plain)) : text
}
export const tidyWidth = (text: string): string => text.normalize('NFKC').trim()
export const tidyKana = (text: string): string =>
  text.normalize('NFKC').replaceAll(/[ぁ-ゖ]/gu, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0x60))
export const tidyTime = (text: string): string => tidyWidth(text).replace(/^(\d{1,2}):?(\d{2})$/u, '$1:$2')
export const tidyPostal = (text: string): string => tidyWidth(text).replace(/^(\d{3})-?(\d{4})$/u, '$1-$2')
