import rows from './minimum-wages.json' with { type: 'json' }

/** Hourly minimum wage of a prefecture: `yen` from the day `from`, `previousYen` before it. */
export type MinimumWage = { code: string; yen: number; from: string; previousYen: number }

/** 令和7年度 (2025), what a fresh database starts with; later years are loaded by staff. */
export const minimumWages: readonly MinimumWage[] = rows
