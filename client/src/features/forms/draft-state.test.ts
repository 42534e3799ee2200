import { describe, expect, it } from 'vitest'
import { draftReducer, type DraftState, draftStateOf, isDirty, maySend, type ServerStep } from './draft-state.ts'

const server = (version: number, data: ServerStep['data'], savedByName = '森下 なつき'): ServerStep => ({
  version,
  data,
  savedAt: `2026-11-20T01:24:0${version}.000Z`,
  savedByName,
})
const start = draftStateOf(server(3, { title: '経理事務', hires: '1' }))
const typed = (state: DraftState, key: string, value: string) => draftReducer(state, { kind: 'typed', key, value })

describe('ordering of saves', () => {
  it('sends nothing while nothing differs from what the server has', () => {
    expect(maySend(start)).toBe(false)
    expect(maySend(typed(start, 'title', '経理事務'))).toBe(false)
    expect(maySend(typed(start, 'title', '経理'))).toBe(true)
  })

  it('keeps one save in flight: words typed meanwhile wait for its answer', () => {
    const sending = draftReducer(typed(start, 'title', '経理'), { kind: 'sent' })
    const more = typed(sending, 'title', '経理と総務')
    expect(maySend(more)).toBe(false)
    const answered = draftReducer(more, { kind: 'saved', version: 4, savedAt: '2026-11-20T01:25:00Z' })
    expect(answered.base).toEqual({ version: 4, data: { title: '経理', hires: '1' } })
    expect(answered.mine['title']).toBe('経理と総務')
    expect(maySend(answered)).toBe(true)
  })

  it('takes no answer that is not newer than what is known', () => {
    const sending = draftReducer(typed(start, 'title', '経理'), { kind: 'sent' })
    const late = draftReducer(sending, { kind: 'saved', version: 3, savedAt: '2026-11-20T01:25:00Z' })
    expect(late.base.version).toBe(3)
    expect(isDirty(late)).toBe(true)
  })

  it('keeps the words when the server cannot be reached and when it refuses', () => {
    const sending = draftReducer(typed(start, 'title', '経理'), { kind: 'sent' })
    for (const state of [
      draftReducer(sending, { kind: 'unreachable' }),
      draftReducer(sending, { kind: 'refused', message: 'いまは書けません。' }),
    ]) {
      expect(state.mine['title']).toBe('経理')
      expect(state.sending).toBeNull()
      expect(isDirty(state)).toBe(true)
    }
  })
})

describe('two people at one draft', () => {
  it('takes over what only the other one changed and says which fields', () => {
    const state = draftReducer(typed(start, 'title', '経理'), {
      kind: 'moved',
      theirs: server(4, { title: '経理事務', hires: '2' }, '早川'),
    })
    expect(state.conflict).toBeNull()
    expect(state.mine).toEqual({ title: '経理', hires: '2' })
    expect(state.taken).toEqual(['hires'])
    expect(state.base.version).toBe(4)
    expect(maySend(state)).toBe(true)
  })

  it('asks field by field where both wrote, and saves nothing before an answer', () => {
    const moved = draftReducer(typed(start, 'title', '経理'), { kind: 'moved', theirs: server(4, { title: '会計', hires: '1' }, '早川') })
    expect(moved.conflict?.keys).toEqual(['title'])
    expect(moved.mine['title']).toBe('経理')
    expect(maySend(moved)).toBe(false)
  })

  it('saves the chosen words on top of the newer version', () => {
    const moved = draftReducer(typed(start, 'title', '経理'), { kind: 'moved', theirs: server(4, { title: '会計', hires: '1' }) })
    const mine = draftReducer(moved, { kind: 'chosen', choices: { title: 'mine' } })
    expect(mine.base).toEqual({ version: 4, data: { title: '会計', hires: '1' } })
    expect(mine.mine['title']).toBe('経理')
    expect(maySend(mine)).toBe(true)
    const theirs = draftReducer(moved, { kind: 'chosen', choices: { title: 'theirs' } })
    expect(theirs.mine['title']).toBe('会計')
    expect(isDirty(theirs)).toBe(false)
  })

  it('does not count an unanswered field as chosen', () => {
    const moved = draftReducer(typed(start, 'title', '経理'), { kind: 'moved', theirs: server(4, { title: '会計', hires: '1' }) })
    expect(draftReducer(moved, { kind: 'chosen', choices: {} }).conflict).not.toBeNull()
  })

  it('does not ask when both wrote the same, nor about another step saved under a new version', () => {
    const same = draftReducer(typed(start, 'title', '会計'), { kind: 'moved', theirs: server(4, { title: '会計', hires: '1' }) })
    expect(same.conflict).toBeNull()
    expect(isDirty(same)).toBe(false)
    const elsewhere = draftReducer(typed(start, 'title', '経理'), { kind: 'moved', theirs: server(9, { title: '経理事務', hires: '1' }) })
    expect(elsewhere.conflict).toBeNull()
    expect(elsewhere.base.version).toBe(9)
    expect(elsewhere.mine['title']).toBe('経理')
  })
})

describe('the copy in the browser', () => {
  it('brings back what the server never got', () => {
    const state = draftReducer(start, {
      kind: 'restored',
      base: { version: 3, data: { title: '経理事務', hires: '1' } },
      mine: { title: '経理事務/月次決算まで', hires: '1' },
    })
    expect(state.mine['title']).toBe('経理事務/月次決算まで')
    expect(state.restored).toBe(true)
    expect(maySend(state)).toBe(true)
  })

  it('is not laid over words somebody else saved at the same field since', () => {
    const state = draftReducer(start, { kind: 'restored', base: { version: 2, data: { title: '事務' } }, mine: { title: '庶務' } })
    expect(state.conflict?.keys).toEqual(['title'])
    expect(state.conflict?.theirs.data['title']).toBe('経理事務')
    expect(maySend(state)).toBe(false)
  })

  it('says nothing when the server has it already', () => {
    const state = draftReducer(start, {
      kind: 'restored',
      base: { version: 2, data: { title: '事務' } },
      mine: { title: '経理事務', hires: '1' },
    })
    expect(state.restored).toBe(false)
    expect(state.conflict).toBeNull()
  })
})
