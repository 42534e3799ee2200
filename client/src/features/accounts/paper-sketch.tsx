import { useTranslation } from 'react-i18next'

const ROWS = ['employerNumber', 'phone', 'code'] as const

/** Where on the paper the numbers ① ② ③ stand. */
export function PaperSketch() {
  const { t } = useTranslation('account')
  return (
    <figure className="card mt-4 max-w-[24rem]" style={{ padding: '0.875rem 1rem' }}>
      <figcaption className="small b">{t('code.paper')}</figcaption>
      <ol className="list mt-2">
        {ROWS.map((row) => (
          <li key={row} className="flex flex-wrap items-baseline gap-x-3 py-2">
            <span className="small sub">{t(`code.mark.${row}`)}</span>
            <span className="num">{t(`code.sample.${row}`)}</span>
          </li>
        ))}
      </ol>
    </figure>
  )
}
