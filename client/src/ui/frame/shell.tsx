import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from '../link.tsx'
import type { MenuEntry } from '../menu.tsx'

/** What stands at the foot of public pages. */
export type FooterPlace = 'guide' | 'terms' | 'privacy' | 'accessibility' | 'developers' | 'contact'
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

export interface FrameProps<Place extends string = never> {
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

export interface PersonProps extends Counts {
  name: string
  onSignOut: () => void
  /** The bell, with what has not been read. */
  notices?: { count: number; to: string } | undefined
  /** More entries of the name's menu, before ログアウト. */
  menu?: readonly MenuEntry[] | undefined
  bareOnPhone?: boolean | undefined
}

export const offered = <Key extends string, Item extends { key: Key }>(
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

export function Skip() {
  const { t } = useTranslation('ui')
  return (
    <nav className="skipnav" aria-label={t('frame.skip')}>
      <a className="skip" href="#main">
        {t('frame.toMain')}
      </a>
    </nav>
  )
}

export function DemoLine() {
  const { t } = useTranslation('ui')
  return (
    <aside className="demoline" aria-label={t('frame.demoMark')}>
      <b>{t('frame.demoMark')}</b> <span>{t('frame.demo')}</span>
    </aside>
  )
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

interface ShellProps extends FrameProps<string> {
  header: ReactNode
  tabBar?: ReactNode
  footer?: boolean | undefined
  footerPlaces?: readonly FooterPlace[] | undefined
  /** The frame gives way to the page under 1024 px: an open thread. */
  bareOnPhone?: boolean | undefined
}

export function Shell(props: ShellProps) {
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
