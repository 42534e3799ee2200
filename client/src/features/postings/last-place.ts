const NAME = 'madoguchi:last-place'

/** The prefecture a person searched in last, remembered in this browser only. */
export const lastPlace = {
  read(): string {
    try {
      return localStorage.getItem(NAME) ?? ''
    } catch {
      return ''
    }
  },
  write(prefectureCode: string): void {
    try {
      localStorage.setItem(NAME, prefectureCode)
    } catch {
      return
    }
  },
}
