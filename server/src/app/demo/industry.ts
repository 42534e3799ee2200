export type Profile =
  | 'metal'
  | 'machine'
  | 'plastics'
  | 'food'
  | 'it'
  | 'transport'
  | 'bus'
  | 'warehouse'
  | 'wholesale'
  | 'retail'
  | 'finance'
  | 'realestate'
  | 'professional'
  | 'design'
  | 'hotel'
  | 'restaurant'
  | 'beauty'
  | 'laundry'
  | 'leisure'
  | 'school'
  | 'clinic'
  | 'hospital'
  | 'pharmacy'
  | 'care'
  | 'nursery'
  | 'building'
  | 'security'
  | 'auto'
  | 'construction'
  | 'civil'
  | 'electric'
  | 'farm'
  | 'forest'
  | 'fishery'
  | 'utility'
  | 'coop'
  | 'quarry'

export type Industry = {
  /** Major class of the industry, one letter. */
  code: string
  /** How many of the demo's employers, by weight. */
  weight: number
  /** Legal form before or after the name, and what follows the invented word: [written, kana]. */
  forms: readonly LegalForm[]
  endings: readonly (readonly [string, string])[]
  businesses: readonly string[]
  features: readonly string[]
  head: string
  size: readonly [number, number]
}

export type LegalForm = { written: string; kana: string; after?: boolean }

export const KK: LegalForm = { written: '株式会社', kana: 'カブシキガイシャ' }
export const KK_AFTER: LegalForm = { written: '株式会社', kana: 'カブシキガイシャ', after: true }
export const YK: LegalForm = { written: '有限会社', kana: 'ユウゲンガイシャ' }
export const GK: LegalForm = { written: '合同会社', kana: 'ゴウドウガイシャ' }
export const FUKUSHI: LegalForm = { written: '社会福祉法人', kana: 'シャカイフクシホウジン' }
export const IRYO: LegalForm = { written: '医療法人', kana: 'イリョウホウジン' }
export const GAKKO: LegalForm = { written: '学校法人', kana: 'ガッコウホウジン' }
export const NONE: LegalForm = { written: '', kana: '' }
export const firms = [KK, KK_AFTER, KK, KK_AFTER, YK] as const
