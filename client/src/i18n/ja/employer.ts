/** Texts of the pages under pages/employer (and their features). */
export const employer = {} as const
