/** Texts of the pages under pages/dev (and their features). */
export const dev = {} as const
