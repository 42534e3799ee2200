import { Languages, Menu as MenuIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { LinkButton } from '../button.tsx'
import { Link } from '../link.tsx'
import { Menu } from '../menu.tsx'
import { Brand, Language } from './head-parts.tsx'
import { type FooterPlace, type FrameProps, Shell, offered } from './shell.tsx'

/** Places of the navigation, in their order (PAGES 1.2). */
export type VisitorPlace = 'jobs' | 'stats' | 'guide'
const VISITOR: readonly { key: VisitorPlace; to: string }[] = [
  { key: 'jobs', to: '/jobs' },
  { key: 'stats', to: '/stats' },
  { key: 'guide', to: '/guide' },
]

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
