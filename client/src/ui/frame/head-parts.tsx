import { Bell, Languages, LogOut } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../button.tsx'
import { Link } from '../link.tsx'
import { Logo } from '../logo.tsx'
import { Menu, type MenuEntry } from '../menu.tsx'
import type { FrameProps } from './shell.tsx'

export function Brand(props: {
  to: string
  side?: 'seeker' | 'registrant' | 'employer' | 'staff' | undefined
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

export function Language(props: Pick<FrameProps, 'language'>) {
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

export function BellButton(props: { notices: { count: number; to: string } }) {
  const { t } = useTranslation('ui')
  const { count, to } = props.notices
  return <IconButton icon={Bell} to={to} count={count} label={count ? t('frame.bellCount', { count }) : t('frame.bell')} />
}

export function useSignOut(onSignOut: () => void): MenuEntry {
  const { t } = useTranslation('ui')
  return { key: 'sign-out', label: t('frame.signOut'), icon: LogOut, onPress: onSignOut }
}
