import { type AnyRouter, Link as RouterLink, Outlet, useLocation, useMatches, useRouter } from '@tanstack/react-router'
import { ArrowLeftRight, KeyRound } from 'lucide-react'
import { type ReactNode, Suspense, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { reach } from '../graph/reach.ts'
import { sessionEnd } from '../graph/session-end.ts'
import { i18n } from '../i18n/i18n.ts'
import { BackBanner } from '../ui/back-banner.tsx'
import { OfflineBanner } from '../ui/banner.tsx'
import { EmployerFrame, type EmployerPlace } from '../ui/frame/employer-frame.tsx'
import { PlainFrame } from '../ui/frame/plain-frame.tsx'
import { SeekerFrame, type SeekerPlace } from '../ui/frame/seeker-frame.tsx'
import type { FrameLayout } from '../ui/frame/shell.tsx'
import { StaffFrame, type StaffPlace } from '../ui/frame/staff-frame.tsx'
import { VisitorFrame, type VisitorPlace } from '../ui/frame/visitor-frame.tsx'
import { type LinkProps, LinkProvider } from '../ui/link.tsx'
import { clockOffset } from '../ui/server-clock.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { UiProvider } from '../ui/ui-provider.tsx'
import { useInbox } from './live.tsx'
import { SessionWatch } from './session-watch.tsx'
import { SignInAgain } from './sign-in-again.tsx'
import type { Connection } from './use-caught-up.ts'
import { usePerson } from './use-person.ts'
import { useSignOut } from './use-sign-out.tsx'
import { type AppViewerData, useViewer } from './viewer.ts'

/** How a page wants its frame; said beside its route. */
export interface FrameWish {
  place?: string
  layout?: FrameLayout
  surface?: 'canvas' | 'white'
  plain?: boolean
  bareOnPhone?: boolean
}

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    frame?: FrameWish
  }
}

/** A path with its search and fragment, as the router takes them. */
function placeOf(router: AnyRouter, to: string) {
  const { pathname, search, hash } = new URL(to, location.origin)
  return { to: pathname, search: router.options.parseSearch(search), hash: decodeURIComponent(hash.slice(1)) }
}

/** Current places are marked by the frames themselves. */
function InnerLink({ to, ...rest }: LinkProps) {
  const place = placeOf(useRouter(), to)
  return <RouterLink {...place} activeOptions={{ exact: true }} activeProps={{ 'aria-current': undefined }} {...rest} />
}
const link = (props: LinkProps): ReactNode => <InnerLink {...props} />

/** Everything around a page: texts, time, the one live subscription, and the frame of the role. */
export function App() {
  return (
    <Suspense fallback={<Arriving />}>
      <Session />
    </Suspense>
  )
}

/** Nothing can be shown before it is known who is here; a word, when that takes long. */
const LONG = 3_000
function Arriving() {
  const { t } = useTranslation('app', { i18n })
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), LONG)
    return () => clearTimeout(timer)
  }, [])
  return (
    <p className="wrap py-6" role="status">
      {late && t('waiting')}
    </p>
  )
}

function Session() {
  const viewer = useViewer()
  const offset = useMemo(() => clockOffset(viewer.serverTime), [viewer.serverTime])
  const party = viewer.seeker?.id ?? viewer.registrant?.id ?? viewer.employer?.id ?? viewer.staff?.office.id ?? null
  const connection = useInbox(party, viewer.inboxSeq)
  const router = useRouter()
  const links = useMemo(
    () => ({ link, navigate: (to: string, how?: { replace?: boolean }) => void router.navigate({ ...placeOf(router, to), ...how }) }),
    [router],
  )
  return (
    <LinkProvider {...links}>
      <UiProvider clockOffsetMs={offset}>
        <Frame viewer={viewer} connection={connection}>
          <Suspense fallback={<Skeleton />}>
            <Outlet />
          </Suspense>
        </Frame>
      </UiProvider>
    </LinkProvider>
  )
}

/** Where somebody goes to come in anew. */
const LEAVES: readonly string[] = ['/signin', '/reset']

const VISITOR_PLACES: readonly VisitorPlace[] = ['jobs']
const SEEKER_PLACES: readonly SeekerPlace[] = ['home', 'jobs', 'activity', 'messages', 'registration']
const REGISTRANT_PLACES: readonly SeekerPlace[] = ['home']
const EMPLOYER_PLACES: readonly EmployerPlace[] = ['home', 'postings', 'applicants', 'messages', 'members']

/** Nobody can apply or be added before the My Page is open (STATES 3.4). */
const PROVISIONAL_PLACES = EMPLOYER_PLACES.filter((place) => place !== 'applicants' && place !== 'members')

function Frame(props: { viewer: AppViewerData; connection: Connection; children: ReactNode }) {
  const { viewer, connection, children } = props
  const { t } = useTranslation('app')
  const match = useMatches().at(-1)
  const { href, pathname } = useLocation()
  const wish: FrameWish = match?.staticData.frame ?? {}
  const account = viewer.account?.id ?? ''
  const ended = useSyncExternalStore(sessionEnd.subscribe, sessionEnd.get) && account !== ''
  const lost = useSyncExternalStore(reach.subscribe, reach.isLost)
  usePerson(account, !ended)
  const { signOut, dialog } = useSignOut(account)
  const shared = {
    layout: wish.layout,
    surface: wish.surface,
    demo: viewer.demo !== null,
    banners: bannerOf({ lost: lost || (connection === 'behind' && !ended), back: connection === 'back' }),
  }
  const session = account !== '' && !LEAVES.includes(pathname) && (
    <>
      <SessionWatch onSignOut={signOut} />
      {ended && (
        <SignInAgain account={account} email={viewer.account?.email ?? ''} demoPassword={viewer.demo?.password ?? null} next={href} />
      )}
      {dialog}
    </>
  )
  const menu = [
    ...(viewer.employers.length > 1 ? [{ key: 'choose', label: t('choose'), icon: ArrowLeftRight, to: '/employer/choose' }] : []),
    { key: 'account', label: t('account'), icon: KeyRound, to: '/account' },
  ]
  const name = viewer.account?.displayName ?? ''
  if (wish.plain)
    return (
      <PlainFrame {...shared} footerPlaces={[]}>
        {children}
        {session}
      </PlainFrame>
    )
  if (viewer.kind === 'SEEKER' || viewer.kind === 'REGISTRANT')
    return (
      <SeekerFrame
        {...shared}
        side={viewer.kind === 'SEEKER' ? 'seeker' : 'registrant'}
        current={wish.place as SeekerPlace}
        places={viewer.kind === 'SEEKER' ? SEEKER_PLACES : REGISTRANT_PLACES}
        counts={{ messages: viewer.counts.unreadThreads }}
        name={name}
        onSignOut={signOut}
        menu={menu}
        bareOnPhone={wish.bareOnPhone}
      >
        {children}
        {session}
      </SeekerFrame>
    )
  if (viewer.kind === 'EMPLOYER' && viewer.employer)
    return (
      <EmployerFrame
        {...shared}
        current={wish.place as EmployerPlace}
        places={viewer.employer.status === 'PROVISIONAL' ? PROVISIONAL_PLACES : EMPLOYER_PLACES}
        counts={{ applicants: viewer.counts.waitingApplicants, messages: viewer.counts.unreadThreads }}
        establishment={{ name: viewer.employer.name || t('provisional'), number: viewer.employer.employerNumber ?? undefined }}
        name={name}
        role={viewer.member?.title ?? undefined}
        onSignOut={signOut}
        menu={menu}
        bareOnPhone={wish.bareOnPhone}
      >
        {children}
        {session}
      </EmployerFrame>
    )
  if (viewer.kind === 'STAFF' && viewer.staff)
    return (
      <StaffFrame
        {...shared}
        current={wish.place as StaffPlace}
        office={viewer.staff.office.name}
        role={t(`staffRole.${viewer.staff.role}`)}
        name={name}
        onSignOut={signOut}
        menu={menu}
      >
        {children}
        {session}
      </StaffFrame>
    )
  return (
    <VisitorFrame
      {...shared}
      current={wish.place as VisitorPlace}
      places={VISITOR_PLACES}
      footerPlaces={['terms', 'privacy']}
      openTo="/open/seeker"
    >
      {children}
    </VisitorFrame>
  )
}

/** One line at a time: nothing goes through, or all is well again. */
function bannerOf(now: { lost: boolean; back: boolean }): ReactNode {
  if (now.lost) return <OfflineBanner />
  return now.back ? <BackBanner /> : undefined
}
