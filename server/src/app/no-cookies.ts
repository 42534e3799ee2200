import type { SessionPort } from '../graph/context.ts'

/** Where no browser is: jobs and sweeps. */
export const noCookies: SessionPort = {
  id: null,
  idleUntil: null,
  deviceHash: null,
  deviceToken: null,
  browserHash: '',
  userAgent: '',
  setCookie: () => {},
  clearCookie: () => {},
  setDeviceCookie: () => {},
}
