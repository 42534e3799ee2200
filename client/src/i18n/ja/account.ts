/** Texts of the pages under pages/account (and their features). */
export const account = {} as const
