import type { ServerResponse } from 'node:http'
import type { OperationDefinitionNode } from 'graphql'
import type { Viewer } from '../graph/context.ts'
import { isOn, type Maintenance, maintenanceAt } from '../modules/offices/maintenance.rules.ts'
import type { Services } from './context.ts'
import { addPagePolicy } from './security-headers.ts'
import { sendText } from './respond.ts'
import type { IncomingMessage } from 'node:http'

type Timed = Pick<Services, 'clock' | 'policy'>

/** The window that is on now; null: the site is open. */
export function closedNow(services: Timed): Maintenance | null {
  const window = nextMaintenance(services)
  return isOn(window, services.clock.now()) ? window : null
}

const nextMaintenance = ({ clock, policy }: Timed) => maintenanceAt(clock.now(), policy.of())

/** R27: staff work through every window. */
export const isShutOut = (services: Timed, viewer: Viewer | undefined): Maintenance | null =>
  viewer?.kind === 'staff' ? null : closedNow(services)

/** What a visitor may ask for in a window, so that staff can sign in; whoever turns out to be somebody else is given no session. */
const DOOR: ReadonlySet<string> = new Set([
  'viewer',
  'signIn',
  'verifyOneTimePassword',
  'resendOneTimePassword',
  'beginPasskeySignIn',
  'signInWithPasskey',
  'beginAuthenticator',
  'confirmAuthenticator',
])

/** An operation that asks for nothing but the door: fields written out at its root. */
export const isAtDoor = (viewer: Viewer, { selectionSet }: OperationDefinitionNode): boolean =>
  selectionSet.selections.every(
    (one) => one.kind === 'Field' && (one.name.value === 'signOut' || (viewer.kind === 'visitor' && DOOR.has(one.name.value))),
  )

/** Pages that staff need before they are known as such; files of pages are nobody's secret. */
export const isStaffDoor = (path: string): boolean =>
  path === '/signin' || path === '/staff' || path.startsWith('/staff/') || (/\.[a-z0-9]+$/u.test(path) && !path.endsWith('.html'))

/** Every answer of the graph says when the next window is, or the one that is on: from, until, and since when pages tell of it. */
export function addMaintenanceWords(services: Timed, res: ServerResponse): void {
  const next = nextMaintenance(services)
  if (next) res.setHeader('x-madoguchi-maintenance', [next.from, next.until, next.announcedFrom].map((at) => at.toISOString()).join(' '))
}

/** Seconds until it is worth asking again. */
export const secondsLeft = ({ clock }: Timed, { until }: Maintenance): number =>
  Math.max(1, Math.ceil((until.getTime() - clock.now().getTime()) / 1000))

const SPREAD_SECONDS = 30
const LONGEST_SECONDS = 600
const WHEN = new Intl.DateTimeFormat('ja-JP', {
  timeZone: 'Asia/Tokyo',
  month: 'long',
  day: 'numeric',
  weekday: 'short',
  hour: 'numeric',
  minute: '2-digit',
})

/** In the place of a page: until when, and it comes back by itself, without a script. */
export function sendMaintenancePage(services: Timed, req: IncomingMessage, res: ServerResponse, window: Maintenance): void {
  const seconds = secondsLeft(services, window)
  addPagePolicy(req, res, false)
  res.setHeader('retry-after', seconds)
  const again = Math.min(seconds + Math.floor(Math.random() * SPREAD_SECONDS), LONGEST_SECONDS)
  sendText(res, 503, pageOf(WHEN.format(window.until), window.until.toISOString(), again), 'text/html; charset=utf-8')
}

const pageOf = (until: string, moment: string, again: number) => `<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="${again}">
<title>保守のため使えません｜まどぐち</title>
<style>
body{margin:0;background:#f3f5f8;color:#1a1a1c;font:1rem/1.8 system-ui,"Hiragino Sans","Noto Sans JP",sans-serif}
header{background:#fff;border-bottom:1px solid #d8dde4;padding:.75rem 1rem;font-weight:700;color:#0055ad}
main{max-width:40rem;margin:2rem auto;padding:0 1rem}
section{background:#fff;border:1px solid #d8dde4;border-radius:.5rem;padding:1.5rem}
h1{font-size:1.5rem;line-height:1.4;margin:0 0 .75rem}
p{margin:.5rem 0}
a{color:#0055ad}
</style>
</head>
<body>
<header>まどぐち</header>
<main><section>
<h1>ただいま保守のため使えません</h1>
<p><b><time datetime="${moment}">${until}</time></b> から、また使えます。</p>
<p>このページは、そのまま待つと、ひとりでに元のページにもどります。</p>
<p>書きかけのものは、書いていたブラウザーに残っています。</p>
<p>職員の方は <a href="/signin?next=%2Fstaff">こちらからログイン</a> できます。</p>
</section></main>
</body>
</html>
`
