import { useTranslation } from 'react-i18next'
import { Radios } from '../../ui/choices.tsx'

export type AddedRole = 'RECRUITER' | 'VIEWER'
const ROLES: readonly AddedRole[] = ['RECRUITER', 'VIEWER']
const isRole = (value: string): value is AddedRole => ROLES.some((role) => role === value)

/** What an added member may do, in words. */
export function MemberRoles(props: { value: AddedRole; onChange: (role: AddedRole) => void }) {
  const { t } = useTranslation('employer')
  return (
    <Radios
      id="role"
      label={t('members.field.role')}
      required
      value={props.value}
      onChange={(value) => isRole(value) && props.onChange(value)}
      options={ROLES.map((value) => ({ value, label: t(`members.role.${value}`), note: t(`members.may.${value}`) }))}
    />
  )
}
