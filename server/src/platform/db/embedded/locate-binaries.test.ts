import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { locateBinaries, programIn } from './locate-binaries.ts'

describe('the PostgreSQL programs', () => {
  it('are found for this computer', () => {
    expect(existsSync(programIn(locateBinaries(), 'postgres'))).toBe(true)
  })

  it('are asked for by DATABASE_URL, in two languages, where none fit', () => {
    const locate = () => locateBinaries('sunos', 'sparc')
    expect(locate).toThrow('環境変数 DATABASE_URL に接続先を指定してください')
    expect(locate).toThrow('set DATABASE_URL')
  })
})
