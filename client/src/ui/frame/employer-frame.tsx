import {
  Building2,
  FileText,
  House,
  type LucideIcon,
  Menu as MenuIcon,
  MessageSquare,
  Search,
  Send,
  Settings,
  UserCog,
  Users,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../avatar.tsx'
import { Count } from '../badge.tsx'
import { Icon } from '../icon.tsx'
import { Link } from '../link.tsx'
import { Menu } from '../menu.tsx'
import { UnreadProvider } from '../page-title.tsx'
import { BellButton, Brand, useSignOut } from './head-parts.tsx'
import { DemoLine, type FrameProps, type PersonProps, Skip, offered } from './shell.tsx'
import { TabBar } from './tab-bar.tsx'

/** Places of the navigation, in their order (PAGES 1.2). */
export type EmployerPlace =
  'home' | 'postings' | 'applicants' | 'seekers' | 'requests' | 'messages' | 'establishment' | 'members' | 'settings'
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
