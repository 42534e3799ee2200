import { describe, expect, it } from 'vitest'
import { newToken, withoutTokens } from './tokens.ts'

describe('a text that is kept', () => {
  it('holds no token of a link, wherever it stands in it (S2)', () => {
    for (let times = 0; times < 50; times++) {
      const token = newToken()
      expect(withoutTokens(`/invitation/${token}`)).toBe('/invitation/…')
      expect(withoutTokens(`リンク:\nhttps://mypage.example/invitation/${token}\nこのリンクは1回だけ`)).not.toContain(token)
    }
  })

  it('keeps every other word', () => {
    const text = '/jobs/13010-00041826 と /files/fil_0199a1b2c3d4e5f60718293a4b5c6d7e、https://mypage.example/reset'
    expect(withoutTokens(text)).toBe(text)
  })
})
