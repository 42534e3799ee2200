/** Texts of the pages under pages/seeker (and their features). */
export const seeker = {} as const
