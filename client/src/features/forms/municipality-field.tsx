import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldProps } from '../../ui/field.tsx'
import { SearchList } from '../../ui/search-list.tsx'
import { InlineSelect } from '../../ui/select.tsx'
import { prefectureOf, useMunicipalities, usePrefectures } from './references.ts'

interface MunicipalityFieldProps extends FieldProps {
  labelText: string
  value: string
  onChange: (value: string) => void
  onLeave: () => void
}

/** First the prefecture, then one of its municipalities by words. */
export function MunicipalityField(props: MunicipalityFieldProps) {
  const { labelText, value, onChange, onLeave, ...field } = props
  const { t } = useTranslation('employer')
  const [chosen, choose] = useState('')
  const prefecture = chosen || prefectureOf(value)
  const prefectures = usePrefectures()
  const municipalities = useMunicipalities(prefecture)
  return (
    <SearchList
      {...field}
      hint={
        <InlineSelect
          label={t('form.prefecture')}
          labelShown
          width="w12"
          empty={t('form.choosePrefecture')}
          options={prefectures}
          value={prefecture}
          onChange={(code) => {
            choose(code)
            if (value !== '' && prefectureOf(value) !== code) onChange('')
          }}
        />
      }
      labelText={labelText}
      max={1}
      entries={municipalities}
      value={value === '' ? [] : [value]}
      onChange={([code]) => onChange(code ?? '')}
      onBlur={onLeave}
    />
  )
}
