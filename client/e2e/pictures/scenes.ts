import type { Act } from './acts.ts'

/** One picture of the README: whose page it is, and what must stand there before it is taken. */
export interface Scene {
  /** `jobs` becomes `jobs-360.webp` and `jobs-1280.webp`. */
  name: string
  /** The demo's account; nobody's for a visitor. */
  who?: string
  path: string
  /** From the page at `path` to what the picture shows. */
  acts?: Act
  /** The last thing to arrive. */
  seen: string | RegExp
  widths: readonly Width[]
  /** The page prints ids, which are new in every database. */
  printsIds?: true
}
type Width = 360 | 1280

export const fileOf = ({ name }: Scene, width: Width): string => `${name}-${width}.webp`

/** The day and hour of all pictures: a Thursday afternoon, in Japan. */
export const TAKEN_AT = new Date('2026-11-26T15:24:00+09:00')
/** The demo's rows are made a little earlier, whatever time the machine has. */
export const MADE_AT = new Date('2026-11-26T14:40:00+09:00')

const seeker = 'seeker@demo.example'
const onlineSeeker = 'online-seeker@demo.example'
const employer = 'employer@demo.example'
const counter = 'counter@demo.example'
const BOTH = [360, 1280] as const

export const SCENES: readonly Scene[] = [
  {
    name: 'jobs',
    who: seeker,
    path: `/jobs?q=${encodeURIComponent('事務')}&pref=13&flags=selfApplication`,
    seen: /^求人 \d+件/u,
    widths: BOTH,
  },
  { name: 'posting', who: onlineSeeker, path: '/jobs/13010-00041826', seen: '応募する', widths: BOTH },
  { name: 'me', who: seeker, path: '/me', seen: /することが \d+つあります/u, widths: BOTH },
  {
    name: 'thread',
    who: employer,
    path: '/employer/messages',
    acts: 'opensThread',
    seen: /ぜひ見学させてください/u,
    widths: BOTH,
  },
  {
    name: 'wage',
    who: employer,
    path: '/employer/postings',
    acts: 'writesLowWage',
    seen: /最低賃金1,\d{3}円に足りません/u,
    widths: BOTH,
  },
  { name: 'postings', who: employer, path: '/employer/postings', seen: '新しい求人を書く', widths: BOTH },
  { name: 'applicants', who: employer, path: '/employer/applicants', seen: '返事の期限が近い順', widths: BOTH },
  { name: 'staff', who: counter, path: '/staff', seen: /^待っていること \d+件$/u, widths: BOTH },
  {
    name: 'graphiql',
    who: counter,
    path: '/graphiql?op=acceptPosting',
    acts: 'triesMutation',
    seen: '実行すると起きること',
    widths: [1280],
    printsIds: true,
  },
]
