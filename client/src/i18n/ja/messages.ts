/** Texts of the pages under pages/messages (and their features). */
export const messages = {} as const
