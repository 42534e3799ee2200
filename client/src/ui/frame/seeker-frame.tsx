import { ClipboardList, House, type LucideIcon, MessageSquare, Search, UserRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../avatar.tsx'
import { Count } from '../badge.tsx'
import { Link } from '../link.tsx'
import { Menu } from '../menu.tsx'
import { UnreadProvider } from '../page-title.tsx'
import { BellButton, Brand, Language, useSignOut } from './head-parts.tsx'
import { type FrameProps, type PersonProps, Shell, offered } from './shell.tsx'
import { TabBar } from './tab-bar.tsx'

/** Places of the navigation, in their order (PAGES 1.2). */
export type SeekerPlace = 'home' | 'jobs' | 'activity' | 'messages' | 'registration'
const SEEKER: readonly { key: SeekerPlace; to: string; icon: LucideIcon }[] = [
  { key: 'home', to: '/me', icon: House },
  { key: 'jobs', to: '/jobs', icon: Search },
  { key: 'activity', to: '/me/activity', icon: ClipboardList },
  { key: 'messages', to: '/me/messages', icon: MessageSquare },
  { key: 'registration', to: '/me/registration', icon: UserRound },
]

interface SeekerFrameProps extends FrameProps<SeekerPlace>, PersonProps {
  footer?: boolean | undefined
  /** A center's registrants share the frame. */
  side?: 'seeker' | 'registrant' | undefined
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
              <Brand to="/me" side={props.side ?? 'seeker'} />
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
          links.length > 1 && (
            <TabBar
              current={current}
              items={links.map((place) => ({
                ...place,
                label: place.key === 'jobs' ? t('place.jobsShort') : t(`place.${place.key}`),
                count: counts[place.key],
              }))}
            />
          )
        }
      />
    </UnreadProvider>
  )
}
