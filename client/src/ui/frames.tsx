import {
  Bell,
  Building2,
  ClipboardList,
  FileText,
  House,
  Languages,
  LogOut,
  type LucideIcon,
  Menu as MenuIcon,
  MessageSquare,
  Search,
  Send,
  Settings,
  UserCog,
  UserRound,
  Users,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Avatar } from './avatar.tsx'
import { Count } from './badge.tsx'
import { IconButton, LinkButton } from './button.tsx'
import { Icon } from './icon.tsx'
import { Link } from './link.tsx'
import { Logo } from './logo.tsx'
import { Menu, type MenuEntry } from './menu.tsx'
import { UnreadProvider } from './page-title.tsx'

/** Places of each role, in the order of the navigation (PAGES 1.2). */
export type VisitorPlace = 'jobs' | 'stats' | 'guide'
export type SeekerPlace = 'home' | 'jobs' | 'activity' | 'messages' | 'registration'
export type EmployerPlace =
  'home' | 'postings' | 'applicants' | 'seekers' | 'requests' | 'messages' | 'establishment' | 'members' | 'settings'
export type StaffPlace = 'waiting' | 'operations'
/** What stands at the foot of public pages. */
export type FooterPlace = 'guide' | 'terms' | 'privacy' | 'accessibility' | 'developers' | 'contact'

const VISITOR: readonly { key: VisitorPlace; to: string }[] = [
  { key: 'jobs', to: '/jobs' },
  { key: 'stats', to: '/stats' },
  { key: 'guide', to: '/guide' },
]
const SEEKER: readonly { key: SeekerPlace; to: string; icon: LucideIcon }[] = [
  { key: 'home', to: '/me', icon: House },
  { key: 'jobs', to: '/jobs', icon: Search },
  { key: 'activity', to: '/me/activity', icon: ClipboardList },
  { key: 'messages', to: '/me/messages', icon: MessageSquare },
  { key: 'registration', to: '/me/registration', icon: UserRound },
]
const EMPLOYER: readonly { key: EmployerPlace; to: string; icon: LucideIcon; group: 'work' | 'settings' }[] = [
  { key: 'home', to: '/employer', icon: House, group: 'work' },
  { key: 'postings', to: '/employer/postings', icon: FileText, group: 'work' },
  { key: 'applicants', to: '/employer/applicants', icon: Users, group: 'work' },
  { key: 'seekers', to: '/employer/seekers', icon: Search, group: 'work' },
  { key: 'requests', to: '/employer/requests', icon: Send, group: 'work' },
  { key: 'messages', to: '/employer/messages', icon: MessageSquare, group: 'work' },
  { key: 'establishment', to: '/employer/establishment', icon: Building2, group: 'settings' },
  { key: 'members', to: '/employer/members', icon: UserCog, group: 'settings' },
  { key: 'settings', to: '/employer/settings', icon: Settings, group: 'settings' },
]
const EMPLOYER_TABS: readonly EmployerPlace[] = ['home', 'postings', 'applicants', 'seekers', 'messages']
const STAFF: readonly { key: StaffPlace; to: string }[] = [
  { key: 'waiting', to: '/staff' },
  { key: 'operations', to: '/graphiql' },
]
const FOOTER: readonly { key: FooterPlace; to: string }[] = [
  { key: 'guide', to: '/guide' },
  { key: 'terms', to: '/terms' },
  { key: 'privacy', to: '/privacy' },
  { key: 'accessibility', to: '/accessibility' },
  { key: 'developers', to: '/developers' },
  { key: 'contact', to: '/contact' },
]

/** How the page lies in its frame. */
export type FrameLayout = 'page' | 'reading' | 'form' | 'bare' | 'fill'

interface FrameProps<Place extends string = never> {
  children: ReactNode
  current?: Place | undefined
  /** Only these places, where a deployment has not all of them. */
  places?: readonly Place[] | undefined
  layout?: FrameLayout | undefined
  /** White behind reading and forms, grey behind cards. */
  surface?: 'canvas' | 'white' | undefined
  /** Invented data: says 見本 on top. */
  demo?: boolean | undefined
  /** Above the header: maintenance. */
  top?: ReactNode
  /** Below the header: lost connection. */
  banners?: ReactNode
  language?: { current: string; choices: readonly { code: string; label: string }[]; onChange: (code: string) => void } | undefined
}

interface Counts {
  /** Waits for you. */
  counts?: Readonly<Record<string, number | undefined>> | undefined
}

const offered = <Key extends string, Item extends { key: Key }>(
  all: readonly Item[],
  places: readonly Key[] | undefined,
): readonly Item[] => (places ? all.filter((item) => places.includes(item.key)) : all)

const LAYOUTS: Record<FrameLayout, string> = {
  page: 'wrap page',
  reading: 'wrap wrap-text page',
  form: 'wrap wrap-form page',
  bare: '',
  fill: 'fill',
}

function Skip() {
  const { t } = useTranslation('ui')
  return (
    <nav className="skipnav" aria-label={t('frame.skip')}>
      <a className="skip" href="#main">
        {t('frame.toMain')}
      </a>
    </nav>
  )
}

function DemoLine() {
  const { t } = useTranslation('ui')
  return (
    <aside className="demoline" aria-label={t('frame.demoMark')}>
      <b>{t('frame.demoMark')}</b> <span>{t('frame.demo')}</span>
    </aside>
  )
}

function Brand(props: {
  to: string
  side?: 'seeker' | 'employer' | 'staff' | undefined
  dark?: boolean | undefined
  sideAlways?: boolean | undefined
}) {
  const { t } = useTranslation('ui')
  return (
    <Link className="brand" to={props.to}>
      <Logo dark={props.dark} />
      {t('app.name')}
      {props.side && <small className={props.sideAlways ? '' : 'role'}>{t(`role.${props.side}`)}</small>}
    </Link>
  )
}

function Language(props: Pick<FrameProps, 'language'>) {
  const { t } = useTranslation('ui')
  const { language } = props
  if (!language) return null
  const name = language.choices.find((one) => one.code === language.current)?.label ?? language.current
  return (
    <Menu
      label={`${t('frame.language')}${t('common.colon')}${name}`}
      icon={Languages}
      entries={language.choices.map((one) => ({ key: one.code, label: one.label, onPress: () => language.onChange(one.code) }))}
    >
      <span className="small">{name}</span>
    </Menu>
  )
}

function BellButton(props: { notices: { count: number; to: string } }) {
  const { t } = useTranslation('ui')
  const { count, to } = props.notices
  return <IconButton icon={Bell} to={to} count={count} label={count ? t('frame.bellCount', { count }) : t('frame.bell')} />
}

function useSignOut(onSignOut: () => void): MenuEntry {
  const { t } = useTranslation('ui')
  return { key: 'sign-out', label: t('frame.signOut'), icon: LogOut, onPress: onSignOut }
}

interface ShellProps extends FrameProps<string> {
  header: ReactNode
  tabBar?: ReactNode
  footer?: boolean | undefined
  footerPlaces?: readonly FooterPlace[] | undefined
  /** The frame gives way to the page under 1024 px: an open thread. */
  bareOnPhone?: boolean | undefined
}

function Footer(props: { places?: readonly FooterPlace[] | undefined }) {
  const { t } = useTranslation('ui')
  const links = offered(FOOTER, props.places)
  return (
    <footer className="ft no-print">
      <div className="wrap">
        {links.length > 0 && (
          <ul>
            {links.map((place) => (
              <li key={place.key}>
                <Link to={place.to}>{t(`place.${place.key}`)}</Link>
              </li>
            ))}
          </ul>
        )}
        <p className="mute mt-2">{t('app.slogan')}</p>
      </div>
    </footer>
  )
}

function Shell(props: ShellProps) {
  const { header, tabBar, footer, footerPlaces, layout = 'page', surface = 'canvas', demo, top, banners, bareOnPhone, children } = props
  const frame = ['frame', surface === 'white' && 'white', layout === 'fill' && 'frame-fill', bareOnPhone && 'frame-bare']
  return (
    <div className={frame.filter(Boolean).join(' ')}>
      <Skip />
      {demo && <DemoLine />}
      {top}
      {header}
      {banners}
      <main
        id="main"
        tabIndex={-1}
        className={[LAYOUTS[layout], tabBar && !bareOnPhone && 'has-tabbar'].filter(Boolean).join(' ') || undefined}
      >
        {children}
      </main>
      {footer && <Footer places={footerPlaces} />}
      {tabBar}
    </div>
  )
}

interface TabBarProps {
  items: readonly { key: string; to: string; icon: LucideIcon; label: string; count?: number | undefined }[]
  current?: string | undefined
}

function TabBar(props: TabBarProps) {
  const { t } = useTranslation('ui')
  return (
    <nav className="tabbar no-print" aria-label={t('frame.placesBelow')}>
      {props.items.map((item) => (
        <Link key={item.key} to={item.to} aria-current={item.key === props.current ? 'page' : undefined}>
          <Icon of={item.icon} />
          {item.label}
          {item.count ? <Count value={item.count} /> : null}
        </Link>
      ))}
    </nav>
  )
}

interface VisitorFrameProps extends FrameProps<VisitorPlace> {
  footerPlaces?: readonly FooterPlace[] | undefined
  signInTo?: string | undefined
  openTo?: string | undefined
}

/** White header: 求人をさがす / 統計 / 使い方, language, ログイン, マイページを開く; footer. */
export function VisitorFrame(props: VisitorFrameProps) {
  const { t } = useTranslation('ui')
  const { current, places, signInTo = '/signin', openTo = '/open', language } = props
  const links = offered(VISITOR, places)
  return (
    <Shell
      {...props}
      footer
      header={
        <header className="hd no-print">
          <div className="wrap hd-in">
            <Brand to="/" />
            <nav className="hnav" aria-label={t('frame.places')}>
              {links.map((place) => (
                <Link key={place.key} to={place.to} aria-current={place.key === current ? 'page' : undefined}>
                  {t(`place.${place.key}`)}
                </Link>
              ))}
            </nav>
            <div className="who">
              <span className="hidden lg:block">
                <Language language={language} />
              </span>
              <LinkButton to={signInTo} variant="text" size="s" className="whitespace-nowrap">
                {t('frame.signIn')}
              </LinkButton>
              <LinkButton to={openTo} size="s" className="hidden md:inline-flex">
                {t('frame.open')}
              </LinkButton>
              <span className="lg:hidden">
                <Menu
                  label={t('frame.menu')}
                  icon={MenuIcon}
                  entries={[
                    ...links.map((place) => ({ key: place.key, label: t(`place.${place.key}`), to: place.to })),
                    { key: 'sign-in', label: t('frame.signIn'), to: signInTo },
                    { key: 'open', label: t('frame.open'), to: openTo },
                    ...(language?.choices ?? []).map((one) => ({
                      key: `language-${one.code}`,
                      label: one.label,
                      icon: Languages,
                      onPress: () => language?.onChange(one.code),
                    })),
                  ]}
                />
              </span>
            </div>
          </div>
        </header>
      }
    />
  )
}

interface PersonProps extends Counts {
  name: string
  onSignOut: () => void
  /** The bell, with what has not been read. */
  notices?: { count: number; to: string } | undefined
  /** More entries of the name's menu, before ログアウト. */
  menu?: readonly MenuEntry[] | undefined
  bareOnPhone?: boolean | undefined
}

interface SeekerFrameProps extends FrameProps<SeekerPlace>, PersonProps {
  footer?: boolean | undefined
}

/** White header with five places, bell and name; a tab bar with the same places under 1024 px. */
export function SeekerFrame(props: SeekerFrameProps) {
  const { t } = useTranslation('ui')
  const { current, places, counts = {}, name, notices, menu = [], language } = props
  const links = offered(SEEKER, places)
  const signOut = useSignOut(props.onSignOut)
  return (
    <UnreadProvider value={counts.messages ?? 0}>
      <Shell
        {...props}
        header={
          <header className="hd no-print">
            <div className="wrap hd-in">
              <Brand to="/me" side="seeker" />
              <nav className="hnav" aria-label={t('frame.places')}>
                {links.map((place) => {
                  const count = counts[place.key]
                  return (
                    <Link key={place.key} to={place.to} aria-current={place.key === current ? 'page' : undefined}>
                      {t(`place.${place.key}`)}
                      {count ? <Count value={count} /> : null}
                    </Link>
                  )
                })}
              </nav>
              <div className="who">
                <Language language={language} />
                {notices && <BellButton notices={notices} />}
                <Menu label={t('frame.person', { name })} arrow entries={[...menu, signOut]}>
                  <Avatar name={name} />
                  <span className="hidden lg:inline small">{name}</span>
                </Menu>
              </div>
            </div>
          </header>
        }
        tabBar={
          <TabBar
            current={current}
            items={links.map((place) => ({
              ...place,
              label: place.key === 'jobs' ? t('place.jobsShort') : t(`place.${place.key}`),
              count: counts[place.key],
            }))}
          />
        }
      />
    </UnreadProvider>
  )
}

interface EmployerFrameProps extends FrameProps<EmployerPlace>, PersonProps {
  establishment: { name: string; number?: string | undefined }
  /** 採用担当 */
  role?: string | undefined
  /** Grey totals. */
  totals?: Readonly<Record<string, number | undefined>> | undefined
}

/** Dark sidebar with the establishment on a desk; header, menu and tab bar under 1024 px. */
export function EmployerFrame(props: EmployerFrameProps) {
  const { t } = useTranslation('ui')
  const {
    current,
    places,
    counts = {},
    totals = {},
    name,
    notices,
    establishment,
    role,
    menu = [],
    demo,
    top,
    banners,
    layout = 'page',
  } = props
  const { surface = 'canvas', bareOnPhone, children } = props
  const links = offered(EMPLOYER, places)
  const work = links.filter((place) => place.group === 'work')
  const settings = links.filter((place) => place.group === 'settings')
  const signOut = useSignOut(props.onSignOut)
  const one = (place: (typeof EMPLOYER)[number]) => {
    const count = counts[place.key]
    const total = totals[place.key]
    return (
      <Link key={place.key} to={place.to} aria-current={place.key === current ? 'page' : undefined}>
        <Icon of={place.icon} />
        {t(`place.${place.key}`)}
        {count ? <Count value={count} /> : total !== undefined ? <Count value={total} quiet /> : null}
      </Link>
    )
  }
  const frame = ['frame', surface === 'white' && 'white', layout === 'fill' && 'frame-fill', bareOnPhone && 'frame-bare']
  return (
    <UnreadProvider value={counts.messages ?? 0}>
      <div className={frame.filter(Boolean).join(' ')}>
        <Skip />
        {demo && <DemoLine />}
        {top}
        <div className={bareOnPhone ? 'desk' : 'desk has-tabbar'}>
          <header className="hd no-print">
            <div className="wrap hd-in">
              <Brand to="/employer" side="employer" sideAlways />
              <div className="who">
                {notices && <BellButton notices={notices} />}
                <Menu
                  label={t('frame.menu')}
                  icon={MenuIcon}
                  entries={[
                    ...links.map((place) => ({
                      key: place.key,
                      label: t(`place.${place.key}`),
                      icon: place.icon,
                      to: place.to,
                      count: counts[place.key],
                    })),
                    ...menu,
                    signOut,
                  ]}
                />
              </div>
            </div>
          </header>
          <header className="side no-print" aria-label={t('frame.employerSide')}>
            <Brand to="/employer" side="employer" sideAlways dark />
            <div className="est">
              <b>{establishment.name}</b>
              {establishment.number && (
                <>
                  <br />
                  <span className="num">{establishment.number}</span>
                </>
              )}
            </div>
            <nav aria-label={t('frame.places')}>
              {work.map(one)}
              {settings.length > 0 && <h2>{t('frame.settings')}</h2>}
              {settings.map(one)}
            </nav>
            <div className="side-foot">
              {notices && <BellButton notices={notices} />}
              <Menu label={t('frame.person', { name })} className="side-who" entries={[...menu, signOut]}>
                <Avatar name={name} />
                <span>
                  {name}
                  {role && (
                    <>
                      <br />
                      <span className="side-role">{role}</span>
                    </>
                  )}
                </span>
              </Menu>
            </div>
          </header>
          <main id="main" tabIndex={-1} className={layout === 'fill' ? 'fill' : 'main'}>
            {banners}
            {layout === 'form' ? <div className="wrap-form">{children}</div> : children}
          </main>
        </div>
        <TabBar
          current={current}
          items={links
            .filter((place) => EMPLOYER_TABS.includes(place.key))
            .map((place) => ({
              ...place,
              label: place.key === 'seekers' ? t('place.seekersShort') : t(`place.${place.key}`),
              count: counts[place.key],
            }))}
        />
      </div>
    </UnreadProvider>
  )
}

interface StaffFrameProps extends FrameProps<StaffPlace> {
  office: string
  /** 窓口, 事務, 監査 */
  role: string
  name: string
  onSignOut: () => void
  menu?: readonly MenuEntry[] | undefined
}

/** White header with a dark line on top; office, role and name in words. */
export function StaffFrame(props: StaffFrameProps) {
  const { t } = useTranslation('ui')
  const { current, places, office, role, name, menu = [] } = props
  const signOut = useSignOut(props.onSignOut)
  return (
    <Shell
      {...props}
      header={
        <header className="hd hd-staff no-print">
          <div className="staff-in">
            <Brand to="/staff" side="staff" sideAlways />
            <nav className="staff-nav" aria-label={t('frame.places')}>
              {offered(STAFF, places).map((place) => (
                <Link key={place.key} to={place.to} aria-current={place.key === current ? 'page' : undefined}>
                  {t(`place.${place.key}`)}
                </Link>
              ))}
            </nav>
            <Menu label={t('frame.person', { name })} className="staff-who" arrow entries={[...menu, signOut]}>
              <span>
                {office} ・ <b>{role}</b> ・ {name}
              </span>
            </Menu>
          </div>
        </header>
      }
    />
  )
}

interface PlainFrameProps extends FrameProps {
  footerPlaces?: readonly FooterPlace[] | undefined
  /** Where the logo leads. */
  homeTo?: string | undefined
  footer?: boolean | undefined
}

/** Sign-in, opening, one question per page: the logo, the language and the footer. */
export function PlainFrame(props: PlainFrameProps) {
  const { homeTo = '/', language, footer = true } = props
  return (
    <Shell
      {...props}
      footer={footer}
      header={
        <header className="hd no-print">
          <div className="wrap hd-in">
            <Brand to={homeTo} />
            <div className="who">
              <Language language={language} />
            </div>
          </div>
        </header>
      }
    />
  )
}
