import Bowser from 'bowser'

/** 「Chrome(Windows)」: how a person knows a device again in a list. */
export function deviceName(userAgent: string): string {
  if (userAgent === '') return UNKNOWN
  const { browser, os, platform } = Bowser.parse(userAgent)
  const on = platform.model ?? os.name
  if (browser.name === undefined || browser.name === '') return on ?? UNKNOWN
  return on === undefined ? browser.name : `${browser.name}(${on})`
}

const UNKNOWN = 'わからない端末'
