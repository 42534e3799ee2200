import { describe, expect, it } from 'vitest'
import { type BrowserCopy, draftReducer, type DraftState, draftStateOf, isDirty, maySend, type ServerStep } from './draft-state.ts'

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

describe('a save whose answer was lost', () => {
  const unanswered = draftReducer(draftReducer(typed(start, 'title', '経理'), { kind: 'sent' }), { kind: 'unreachable' })

  it('is nobody else’s when it turns up on the server: nothing is asked', () => {
    const state = draftReducer(typed(unanswered, 'title', '経理と総務'), {
      kind: 'moved',
      theirs: server(4, { title: '経理', hires: '1' }),
    })
    expect(state.conflict).toBeNull()
    expect(state.mine['title']).toBe('経理と総務')
    expect(state.base.version).toBe(4)
    expect(maySend(state)).toBe(true)
  })

  it('does not come back over words taken back meanwhile', () => {
    const state = draftReducer(typed(unanswered, 'title', '経理事務'), {
      kind: 'moved',
      theirs: server(4, { title: '経理', hires: '1' }),
    })
    expect(state.mine['title']).toBe('経理事務')
    expect(state.taken).toEqual([])
    expect(maySend(state)).toBe(true)
  })

  it('excuses no words of somebody else', () => {
    const state = draftReducer(typed(unanswered, 'title', '経理と総務'), {
      kind: 'moved',
      theirs: server(5, { title: '会計', hires: '1' }, '早川'),
    })
    expect(state.conflict?.keys).toEqual(['title'])
  })

  it('is forgotten with the next answer: an older version arrives no more', () => {
    const sent = draftReducer(typed(unanswered, 'title', '経理と総務'), { kind: 'sent' })
    expect(draftReducer(sent, { kind: 'saved', version: 4, savedAt: '2026-11-20T01:25:00Z' }).unsure).toEqual([])
  })
})

describe('a save after the session has ended', () => {
  it('keeps the words and waits for nobody but the person', () => {
    const state = draftReducer(draftReducer(typed(start, 'title', '経理'), { kind: 'sent' }), { kind: 'signedOut' })
    expect(state).toMatchObject({ trouble: 'signedOut', sending: null, unsure: [], mine: { title: '経理' } })
  })
})

describe('copies in the browser', () => {
  const base = { version: 3, data: { title: '経理事務', hires: '1' } }
  const copy = (mine: ServerStep['data'], more: Partial<BrowserCopy> = {}): BrowserCopy => ({ base, mine, unsure: [], ...more })
  const restored = (...copies: BrowserCopy[]) => draftReducer(start, { kind: 'restored', copies })

  it('bring back what the server never got', () => {
    const state = restored(copy({ title: '経理事務/月次決算まで', hires: '1' }))
    expect(state.mine['title']).toBe('経理事務/月次決算まで')
    expect(state.restored).toBe(true)
    expect(maySend(state)).toBe(true)
  })

  it('are not laid over words somebody else saved at the same field since', () => {
    const state = restored(copy({ title: '庶務' }, { base: { version: 2, data: { title: '事務' } } }))
    expect(state.conflict?.keys).toEqual(['title'])
    expect(state.conflict?.theirs).toMatchObject({ data: { title: '経理事務' }, savedByName: '森下 なつき' })
    expect(state.mine['title']).toBe('庶務')
    expect(maySend(state)).toBe(false)
  })

  it('are laid over what they had sent themselves without an answer', () => {
    const older = { version: 2, data: { title: '事務' } }
    const state = restored(copy({ title: '庶務' }, { base: older, unsure: [{ title: '経理事務' }] }))
    expect(state.conflict).toBeNull()
    expect(maySend(state)).toBe(true)
  })

  it('leave alone what they never touched, however old they are', () => {
    const state = restored(copy({ title: '事務', hires: '3' }, { base: { version: 1, data: { title: '事務', hires: '2' } } }))
    expect(state.mine['title']).toBe('経理事務')
  })

  it('say nothing when the server has it already', () => {
    const state = restored(copy({ title: '経理事務', hires: '1' }, { base: { version: 2, data: { title: '事務' } } }))
    expect(state.restored).toBe(false)
    expect(state.conflict).toBeNull()
  })

  it('of two tabs come together where they do not touch the same field', () => {
    const state = restored(copy({ title: '経理', hires: '1' }), copy({ title: '経理事務', hires: '2' }))
    expect(state.mine).toEqual({ title: '経理', hires: '2' })
    expect(state.conflict).toBeNull()
  })

  it('of two tabs that differ at one field are both shown, and the chosen one is saved', () => {
    const state = restored(copy({ title: '経理', hires: '1' }), copy({ title: '会計', hires: '1' }))
    expect(state.mine['title']).toBe('経理')
    expect(state.conflict).toMatchObject({ keys: ['title'], elsewhere: ['title'], theirs: { data: { title: '会計' } } })
    const older = draftReducer(state, { kind: 'chosen', choices: { title: 'theirs' } })
    expect(older.mine['title']).toBe('会計')
    expect(older.base).toEqual(base)
    expect(maySend(older)).toBe(true)
  })

  it('give way to nothing typed while they were read', () => {
    const state = draftReducer(typed(start, 'title', '庶務'), { kind: 'restored', copies: [copy({ title: '経理', hires: '1' })] })
    expect(state.mine['title']).toBe('庶務')
    expect(state.conflict?.theirs.data['title']).toBe('経理')
  })
})
