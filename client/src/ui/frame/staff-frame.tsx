import { useTranslation } from 'react-i18next'
import { Link } from '../link.tsx'
import { Menu, type MenuEntry } from '../menu.tsx'
import { Brand, useSignOut } from './head-parts.tsx'
import { type FrameProps, Shell, offered } from './shell.tsx'

/** Places of the navigation, in their order (PAGES 1.2). */
export type StaffPlace = 'waiting' | 'operations'
const STAFF: readonly { key: StaffPlace; to: string }[] = [
  { key: 'waiting', to: '/staff' },
  { key: 'operations', to: '/graphiql' },
]

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
