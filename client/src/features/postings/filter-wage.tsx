import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatYen } from '../../ui/format.ts'
import { InlineSelect } from '../../ui/select.tsx'
import { Amount, type Panel } from './filter-parts.tsx'

const HOURLY = [1000, 1050, 1100, 1150, 1200, 1250, 1300, 1400, 1500, 1750, 2000]
const MONTHLY = [160_000, 180_000, 200_000, 220_000, 240_000, 260_000, 280_000, 300_000, 350_000, 400_000]

/** The least wage, by the hour or by the month. */
export function WageFrom({ panel: { search, change } }: { panel: Panel }) {
  const { t } = useTranslation('public')
  const [wish, setWish] = useState<'hourly' | 'monthly'>('hourly')
  const basis = search.monthly !== undefined ? 'monthly' : search.hourly !== undefined ? 'hourly' : wish
  const set = (to: 'hourly' | 'monthly', amount: number | undefined) => {
    setWish(to)
    change({ hourly: undefined, monthly: undefined, [to]: amount })
  }
  return (
    <>
      <InlineSelect
        label={t('filter.wageBasis')}
        value={basis}
        options={[
          { value: 'hourly', label: t('filter.hourly') },
          { value: 'monthly', label: t('filter.monthly') },
        ]}
        onChange={(to) => set(to === 'monthly' ? 'monthly' : 'hourly', undefined)}
      />
      <Amount
        label={t('filter.anyWage')}
        value={search[basis]}
        amounts={basis === 'hourly' ? HOURLY : MONTHLY}
        text={(yen) => t('filter.wageFrom', { yen: formatYen(yen) })}
        onChange={(amount) => set(basis, amount)}
      />
    </>
  )
}
