import type { Random } from './random.ts'

/** 法人番号: twelve digits behind their check digit, 9 − (Σ Pn·Qn mod 9) with Q = 1, 2, 1 … from the right. */
export function corporateNumber(twelve: string): string {
  const sum = [...twelve].reverse().reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 2), 0)
  return `${9 - (sum % 9)}${twelve}`
}

export const digits = (random: Random, count: number): string => Array.from({ length: count }, () => random.int(0, 9)).join('')

/** A number no one has: it begins with 00, which the telephone plan of Japan does not give out. */
export const inventedPhone = (random: Random): string => `00-${String(random.int(0, 49)).padStart(4, '0')}-${digits(random, 4)}`

export const eightDigits = (value: number): string => String(value).padStart(8, '0')
