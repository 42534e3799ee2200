import industryData from './industries.json' with { type: 'json' }
import occupationData from './occupations.json' with { type: 'json' }

export type OccupationMajor = { code: string; name: string }
export type OccupationMiddle = { code: string; major: string; name: string }
export type IndustryMajor = { code: string; name: string }

/** 厚生労働省編職業分類 (令和4年改定): 15 major groups. */
export const occupationMajors: readonly OccupationMajor[] = occupationData.majors

/** Its 99 middle groups, the finest class that ships with the system. */
export const occupationMiddles: readonly OccupationMiddle[] = occupationData.middles

/** 日本標準産業分類 (令和5年改定): 20 major groups A to T. */
export const industryMajors: readonly IndustryMajor[] = industryData.majors

const majorsByCode = new Map(occupationMajors.map((row) => [row.code, row]))
const middlesByCode = new Map(occupationMiddles.map((row) => [row.code, row]))
const industriesByCode = new Map(industryMajors.map((row) => [row.code, row]))

export const occupationMajorByCode = (code: string): OccupationMajor | undefined => majorsByCode.get(code)
export const occupationMiddleByCode = (code: string): OccupationMiddle | undefined => middlesByCode.get(code)
export const industryByCode = (code: string): IndustryMajor | undefined => industriesByCode.get(code)
export const middlesOf = (majorCode: string): OccupationMiddle[] => occupationMiddles.filter((row) => row.major === majorCode)
