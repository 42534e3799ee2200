import { describe, expect, it } from 'vitest'
import { PASSWORD_POLICIES, POLICY } from '../../policy.ts'
import { hashPassword, isOutdated, isPassword } from './passwords.ts'
import { isCommon, problemsOfPassword } from './passwords.rules.ts'

const codes = (password: string, confirmation = password) =>
  problemsOfPassword({ password, confirmation, email: 'hanako.mori@mail.example' }, POLICY).map(({ code }) => code)

describe('a password', () => {
  it('has 8 to 32 characters', () => {
    expect(codes('Gawa#7t')).toEqual(['PASSWORD_LENGTH'])
    expect(codes('Gawa#7tu')).toEqual([])
    expect(codes('Gawa#7tu'.repeat(4))).toEqual([])
    expect(codes(`${'Gawa#7tu'.repeat(4)}x`)).toEqual(['PASSWORD_LENGTH'])
  })

  it('has a digit, a letter and a symbol', () => {
    expect(codes('Gawa#tuki')).toEqual(['PASSWORD_KINDS'])
    expect(codes('83#19265$')).toEqual(['PASSWORD_KINDS'])
    expect(codes('Gawa7tuki')).toEqual(['PASSWORD_KINDS'])
    expect(codes('gawa7#tuki')).toEqual([])
  })

  it('is half-width: full-width digits, letters, kana and spaces are named, not changed', () => {
    for (const password of ['Gawa#７tuki', 'Ｇawa#7tuki', 'Gawa＃7tuki', 'かわGawa#7t', 'Gawa #7tuki', 'Gawa#7tu\u0000ki'])
      expect(codes(password), password).toEqual(['PASSWORD_WIDTH'])
  })

  it('is typed twice alike', () => {
    expect(codes('gawa7#tuki', 'gawa7#tukI')).toEqual(['PASSWORDS_DIFFER'])
    expect(codes('')).toEqual(['REQUIRED'])
  })

  it('is none that many people use, however it is decorated', () => {
    for (const password of [
      'Password1!',
      'P@ssw0rd2026!',
      '!!Qwerty2026',
      'Sakura#Sakura1',
      'Hell0!2026',
      '$unshine1',
      'pass#1234word',
      'Abc12345!',
      'A1!23456',
      '1qaz2wsx!',
      'Zxcvbnm,1',
      'Madoguchi#2026',
      'Hanako.mori1',
    ])
      expect(codes(password), password).toEqual(['PASSWORD_COMMON'])
    for (const password of ['Tsukuba7#gawa', 'kaze8-hako-mon', 'vT4!pqLz', 'Renkon%35nabe', 'Hatake-ni-Kaze#58', 'Sakura-no-Sono7'])
      expect(codes(password), password).toEqual([])
  })

  it('does not hold one’s own address, while a short part of it may occur by chance', () => {
    expect(isCommon('Xhanako7#gawa', 'hanako@mail.example')).toBe(true)
    expect(isCommon('Xvanako7#gawa', 'van@mail.example')).toBe(false)
  })
})

describe('a hash', () => {
  it('is argon2id with its parameters, fits its password only, and nobody without one', async () => {
    const hash = await hashPassword('gawa7#tuki')
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(await isPassword('gawa7#tuki', hash)).toBe(true)
    expect(await isPassword('gawa7#tukI', hash)).toBe(false)
    expect(await isPassword('nobody has this one', null)).toBe(false)
  })

  it('is outdated once the parameters have changed', async () => {
    const hash = await hashPassword('gawa7#tuki')
    expect(isOutdated(hash)).toBe(false)
    expect(isOutdated(hash.replace('t=2', 't=1'))).toBe(true)
  })

  it('waits its turn in a flood, and every one is made', async () => {
    const hashes = await Promise.all(Array.from({ length: 12 }, (_, n) => hashPassword(`gawa7#tuki${n}`)))
    expect(new Set(hashes).size).toBe(12)
  })
})

describe('a password by the rules of NIST', () => {
  const of = (password: string) =>
    problemsOfPassword(
      { password, confirmation: password, email: 'hanako.mori@mail.example' },
      { ...POLICY, ...PASSWORD_POLICIES.nist },
    ).map(({ code }) => code)

  it('has 15 to 128 characters of any kind, spaces too', () => {
    expect(of('kawa no nagare')).toEqual(['PASSWORD_LENGTH'])
    expect(of('kawa no nagare!')).toEqual([])
    expect(of('kawanonagareyuki')).toEqual([])
    expect(of('kawa no nagare! '.repeat(8))).toEqual([])
    expect(of(`${'kawa no nagare! '.repeat(8)}x`)).toEqual(['PASSWORD_LENGTH'])
  })

  it('is none that many people use, and half-width', () => {
    expect(of('passwordpassword')).toEqual(['PASSWORD_COMMON'])
    expect(of('hanako.mori hanako')).toEqual(['PASSWORD_COMMON'])
    expect(of('かわのながれはたえずして、もとの')).toEqual(['PASSWORD_WIDTH'])
  })
})
