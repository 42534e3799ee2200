/** Texts of the pages under pages/staff (and their features). */
export const staff = {} as const
