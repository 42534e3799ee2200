/** Texts of the pages under pages/public (and their features). */
export const publicPages = {} as const
