import { useTranslation } from 'react-i18next'
import { Link } from './link.tsx'

/** From the second level down; the last one is the page itself. */
export function Crumbs(props: { items: readonly { label: string; to?: string | undefined }[] }) {
  const { t } = useTranslation('ui')
  return (
    <nav aria-label={t('crumbs.label')} className="no-print">
      <ol className="crumbs">
        {props.items.map((item, index) => (
          <li key={index} aria-current={item.to === undefined ? 'page' : undefined}>
            {item.to === undefined ? item.label : <Link to={item.to}>{item.label}</Link>}
          </li>
        ))}
      </ol>
    </nav>
  )
}
