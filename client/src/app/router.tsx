import type { ApolloClient } from '@apollo/client'
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { CODE_STEPS, type CodeStep } from '../features/accounts/code-steps.ts'
import { MEMBER_STEPS, type MemberStep } from '../features/accounts/member-steps.ts'
import { type RegisteredStep, REGISTERED_STEPS } from '../features/accounts/registered-steps.ts'
import { jobsSearch } from '../features/postings/jobs-search.ts'
import { reach } from '../graph/reach.ts'
import { App, type FrameWish } from './frame.tsx'
import { Failed, Loading, NotHere } from './page-state.tsx'
import { AppViewer } from './viewer.ts'

interface RouterContext {
  client: ApolloClient
}

const root = createRootRouteWithContext<RouterContext>()({ component: App, notFoundComponent: NotHere, errorComponent: Failed })

type PageModule = { Page: () => React.ReactNode }

/** A page whose file cannot be fetched now waits for the connection; the router would read the whole site anew, and find nobody. */
const patiently = (load: () => Promise<PageModule>) => () =>
  reach.watch(load()).catch(async (error: unknown) => {
    reach.doubt()
    if (!(await reach.whenReachable())) throw error
    return load()
  })

/** One URL = one file that exports `Page`. */
const page = (load: () => Promise<PageModule>, frame: FrameWish) => ({
  component: lazyRouteComponent(patiently(load), 'Page'),
  staticData: { frame },
})

/** Pages of one role, or of two that share them; others are asked to sign in and come back here. */
const only = (...kinds: readonly string[]) => ({
  beforeLoad: async ({ context, location }: { context: RouterContext; location: { href: string } }) => {
    const { data } = await context.client.query({ query: AppViewer, fetchPolicy: 'cache-first' })
    if (!kinds.includes(data?.viewer.kind ?? '')) throw redirect({ to: '/signin', search: { next: location.href } })
  },
})
/** Pages of everybody who has an account. */
const signedIn = {
  beforeLoad: async ({ context, location }: { context: RouterContext; location: { href: string } }) => {
    const { data } = await context.client.query({ query: AppViewer, fetchPolicy: 'cache-first' })
    if (!data?.viewer.account) throw redirect({ to: '/signin', search: { next: location.href } })
  },
}
const seeker = only('SEEKER')
const employer = only('EMPLOYER')

const signInSearch = (search: Record<string, unknown>): { next?: string } =>
  typeof search['next'] === 'string' && /^\/(?!\/)/u.test(search['next']) ? { next: search['next'] } : {}

const codeSearch = ({ step }: Record<string, unknown>): { step?: CodeStep } => {
  const known = CODE_STEPS.find((one) => one === step)
  return known ? { step: known } : {}
}

const registeredSearch = ({ step }: Record<string, unknown>): { step?: RegisteredStep } => {
  const known = REGISTERED_STEPS.find((one) => one === step)
  return known ? { step: known } : {}
}

const memberSearch = ({ step }: Record<string, unknown>): { step?: MemberStep } => {
  const known = MEMBER_STEPS.find((one) => one === step)
  return known ? { step: known } : {}
}

const at = <const Path extends string>(path: Path) => ({ getParentRoute: () => root, path })

const routes = [
  createRoute({ ...at('/'), ...page(() => import('../pages/public/top-page.tsx'), { layout: 'bare', surface: 'white' }) }),
  createRoute({ ...at('/jobs'), validateSearch: jobsSearch, ...page(() => import('../pages/public/jobs-page.tsx'), { place: 'jobs' }) }),
  createRoute({ ...at('/jobs/$postingNumber'), ...page(() => import('../pages/public/posting-page.tsx'), { place: 'jobs' }) }),
  createRoute({ ...at('/terms'), ...page(() => import('../pages/public/terms-page.tsx'), { layout: 'reading', surface: 'white' }) }),
  createRoute({ ...at('/privacy'), ...page(() => import('../pages/public/privacy-page.tsx'), { layout: 'reading', surface: 'white' }) }),
  createRoute({
    ...at('/guide/provision'),
    ...page(() => import('../pages/public/provision-page.tsx'), { layout: 'reading', surface: 'white' }),
  }),
  createRoute({
    ...at('/signin'),
    validateSearch: signInSearch,
    ...page(() => import('../pages/account/signin-page.tsx'), { plain: true, layout: 'form' }),
  }),
  createRoute({ ...at('/reset'), ...page(() => import('../pages/account/reset-page.tsx'), { plain: true, layout: 'form' }) }),
  createRoute({ ...at('/open/seeker'), ...page(() => import('../pages/account/open-seeker-page.tsx'), { plain: true, layout: 'form' }) }),
  createRoute({
    ...at('/open/employer'),
    ...page(() => import('../pages/account/open-employer-page.tsx'), { plain: true, layout: 'form' }),
  }),
  createRoute({
    ...at('/open/code'),
    validateSearch: codeSearch,
    ...page(() => import('../pages/account/open-code-page.tsx'), { plain: true, layout: 'form' }),
  }),
  createRoute({
    ...at('/open/registered'),
    validateSearch: registeredSearch,
    ...page(() => import('../pages/account/open-registered-page.tsx'), { plain: true, layout: 'form' }),
  }),
  createRoute({
    ...at('/open/member'),
    validateSearch: memberSearch,
    ...page(() => import('../pages/account/open-member-page.tsx'), { plain: true, layout: 'form' }),
  }),
  createRoute({
    ...at('/invitation/$token'),
    ...page(() => import('../pages/account/invitation-page.tsx'), { plain: true, layout: 'form' }),
  }),

  createRoute({ ...at('/account'), ...signedIn, ...page(() => import('../pages/account/account-page.tsx'), { layout: 'form' }) }),
  createRoute({
    ...at('/account/password'),
    ...signedIn,
    ...page(() => import('../pages/account/change-password-page.tsx'), { layout: 'form', surface: 'white' }),
  }),
  createRoute({ ...at('/account/data'), ...signedIn, ...page(() => import('../pages/account/own-data-page.tsx'), { layout: 'form' }) }),
  createRoute({
    ...at('/account/withdraw'),
    ...signedIn,
    ...page(() => import('../pages/account/withdraw-page.tsx'), { layout: 'form', surface: 'white' }),
  }),
  createRoute({ ...at('/withdrawn'), ...page(() => import('../pages/account/withdrawn-page.tsx'), { plain: true, layout: 'form' }) }),
  createRoute({
    ...at('/account/passkey'),
    ...signedIn,
    ...page(() => import('../pages/account/passkey-page.tsx'), { layout: 'form', surface: 'white' }),
  }),
  createRoute({
    ...at('/account/authenticator'),
    ...signedIn,
    ...page(() => import('../pages/account/authenticator-page.tsx'), { layout: 'form', surface: 'white' }),
  }),
  createRoute({
    ...at('/account/email'),
    ...signedIn,
    ...page(() => import('../pages/account/change-email-page.tsx'), { layout: 'form', surface: 'white' }),
  }),

  createRoute({ ...at('/me'), ...only('SEEKER', 'REGISTRANT'), ...page(() => import('../pages/seeker/me-page.tsx'), { place: 'home' }) }),
  createRoute({
    ...at('/me/registration'),
    ...seeker,
    ...page(() => import('../pages/seeker/registration-page.tsx'), { place: 'registration', layout: 'form' }),
  }),
  createRoute({ ...at('/me/activity'), ...seeker, ...page(() => import('../pages/seeker/activity-page.tsx'), { place: 'activity' }) }),
  createRoute({ ...at('/me/access-log'), ...seeker, ...page(() => import('../pages/seeker/access-log-page.tsx'), { layout: 'form' }) }),
  createRoute({
    ...at('/jobs/$postingNumber/apply'),
    ...seeker,
    ...page(() => import('../pages/seeker/apply-page.tsx'), { place: 'jobs', layout: 'form', surface: 'white' }),
  }),
  createRoute({
    ...at('/me/applications/$id'),
    ...seeker,
    ...page(() => import('../pages/seeker/application-page.tsx'), { place: 'activity' }),
  }),
  createRoute({
    ...at('/me/messages'),
    ...seeker,
    ...page(() => import('../pages/seeker/messages-page.tsx'), { place: 'messages', layout: 'fill' }),
  }),
  createRoute({
    ...at('/me/messages/$threadId'),
    ...seeker,
    ...page(() => import('../pages/seeker/messages-page.tsx'), { place: 'messages', layout: 'fill', bareOnPhone: true }),
  }),

  createRoute({ ...at('/employer'), ...employer, ...page(() => import('../pages/employer/home-page.tsx'), { place: 'home' }) }),
  createRoute({
    ...at('/employer/establishment'),
    ...employer,
    ...page(() => import('../pages/employer/establishment-page.tsx'), { place: 'home', layout: 'form' }),
  }),
  createRoute({
    ...at('/employer/claim'),
    ...employer,
    ...page(() => import('../pages/employer/claim-page.tsx'), { place: 'home', layout: 'form' }),
  }),
  createRoute({
    ...at('/employer/postings'),
    ...employer,
    ...page(() => import('../pages/employer/postings-page.tsx'), { place: 'postings' }),
  }),
  createRoute({
    ...at('/employer/postings/$id'),
    ...employer,
    ...page(() => import('../pages/employer/posting-page.tsx'), { place: 'postings' }),
  }),
  createRoute({
    ...at('/employer/postings/$id/edit'),
    ...employer,
    ...page(() => import('../pages/employer/posting-edit-page.tsx'), { place: 'postings' }),
  }),
  createRoute({
    ...at('/employer/postings/$id/edit/$step'),
    ...employer,
    ...page(() => import('../pages/employer/posting-step-page.tsx'), { place: 'postings' }),
  }),
  createRoute({
    ...at('/employer/postings/$id/sample'),
    ...employer,
    ...page(() => import('../pages/employer/posting-sample-page.tsx'), { place: 'postings' }),
  }),
  createRoute({
    ...at('/employer/postings/$id/check'),
    ...employer,
    ...page(() => import('../pages/employer/posting-check-page.tsx'), { place: 'postings' }),
  }),
  createRoute({
    ...at('/employer/applicants'),
    ...employer,
    ...page(() => import('../pages/employer/applicants-page.tsx'), { place: 'applicants' }),
  }),
  createRoute({
    ...at('/employer/applications/$id'),
    ...employer,
    ...page(() => import('../pages/employer/applicant-page.tsx'), { place: 'applicants' }),
  }),
  createRoute({
    ...at('/employer/messages'),
    ...employer,
    ...page(() => import('../pages/employer/messages-page.tsx'), { place: 'messages', layout: 'fill' }),
  }),
  createRoute({
    ...at('/employer/messages/$threadId'),
    ...employer,
    ...page(() => import('../pages/employer/messages-page.tsx'), { place: 'messages', layout: 'fill', bareOnPhone: true }),
  }),
  createRoute({
    ...at('/employer/choose'),
    ...employer,
    ...page(() => import('../pages/employer/choose-page.tsx'), { layout: 'form' }),
  }),
  createRoute({
    ...at('/employer/members'),
    ...employer,
    ...page(() => import('../pages/employer/members-page.tsx'), { place: 'members' }),
  }),
  createRoute({
    ...at('/employer/members/add'),
    ...employer,
    ...page(() => import('../pages/employer/add-member-page.tsx'), { place: 'members', layout: 'form', surface: 'white' }),
  }),
  createRoute({
    ...at('/employer/members/$id'),
    ...employer,
    ...page(() => import('../pages/employer/member-page.tsx'), { place: 'members', layout: 'form' }),
  }),

  createRoute({ ...at('/staff'), ...page(() => import('../pages/staff/staff-page.tsx'), { place: 'waiting' }) }),
  createRoute({
    ...at('/staff/codes/$id'),
    ...only('STAFF'),
    ...page(() => import('../pages/staff/code-page.tsx'), { place: 'waiting', layout: 'reading' }),
  }),
  createRoute({ ...at('/dev/mail'), ...page(() => import('../pages/dev/mail-page.tsx'), {}) }),
  createRoute({ ...at('/dev/clock'), ...page(() => import('../pages/dev/clock-page.tsx'), { layout: 'form' }) }),
]

export const makeRouter = (client: ApolloClient) =>
  createRouter({
    routeTree: root.addChildren(routes),
    context: { client },
    defaultPreload: 'intent',
    defaultPendingComponent: Loading,
    defaultPendingMs: 150,
    defaultErrorComponent: Failed,
    defaultNotFoundComponent: NotHere,
    scrollRestoration: true,
  })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>
  }
}
