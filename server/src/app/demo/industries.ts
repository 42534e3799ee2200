import { careAndLand } from './industries-of-care-and-land.ts'
import { goods } from './industries-of-goods.ts'
import { services } from './industries-of-services.ts'
import type { Industry, Profile } from './industry.ts'

/** Kinds of establishments, with weights near those of real openings. */
export const industries: Record<Profile, Industry> = { ...goods, ...services, ...careAndLand }

export const profiles = Object.keys(industries) as Profile[]
