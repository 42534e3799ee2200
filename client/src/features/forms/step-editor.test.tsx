import { ApolloClient, ApolloLink, InMemoryCache } from '@apollo/client'
import { ApolloProvider } from '@apollo/client/react'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { Observable } from 'rxjs'
import { useState } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { FormData } from '../../graph/graphql.ts'
import { UiProvider } from '../../ui/ui-provider.tsx'
import { blocksOf, type DraftProblem, isRequired, shownProblems } from './form-logic.ts'
import type { FieldDef, StepDef } from './form-step.ts'
import { StepEditor } from './step-editor.tsx'

const field = (key: string, kind: FieldDef['kind'], more: Partial<FieldDef> = {}): FieldDef => ({
  key,
  label: `「${key}」`,
  kind,
  required: false,
  requiredWhen: null,
  shownWhen: null,
  help: null,
  unit: null,
  max: null,
  min: null,
  decimals: null,
  guide: null,
  staffOnly: false,
  options: [],
  columns: [],
  ...more,
})
const YES_NO = [
  { value: 'YES', label: 'あり', help: null },
  { value: 'NO', label: 'なし', help: null },
]
const oneOf = (key: string, ...values: string[]) => ({ key, in: values, notAll: [] })
const FIXED = oneOf('fixedOvertime', 'YES')
const wage: StepDef = {
  key: 'wage',
  title: '賃金・手当',
  optional: false,
  fields: [
    field('baseFrom', 'YEN', { required: true, unit: '円' }),
    field('baseTo', 'YEN', { required: true, unit: '円' }),
    field('allowances', 'ROWS', { max: 2, columns: [field('name', 'TEXT'), field('from', 'YEN')] }),
    field('fixedOvertime', 'YES_NO', { required: true, options: YES_NO }),
    field('fixedOvertimeHours', 'DECIMAL', { shownWhen: FIXED, requiredWhen: FIXED }),
    field('raises', 'YES_NO', { options: YES_NO }),
  ],
}
const problem = (path: string, severity: DraftProblem['severity'] = 'ERROR', message = `${path}を書いてください。`): DraftProblem => ({
  path,
  code: 'REQUIRED',
  severity,
  message,
})

function Form(props: {
  step?: StepDef
  start?: FormData
  problems?: DraftProblem[]
  onLeave?: (key: string) => void
  onData?: (data: FormData) => void
}) {
  const [data, setData] = useState<FormData>(props.start ?? {})
  const client = new ApolloClient({ cache: new InMemoryCache(), link: new ApolloLink(() => new Observable(() => undefined)) })
  return (
    <ApolloProvider client={client}>
      <UiProvider>
        <StepEditor
          step={props.step ?? wage}
          data={data}
          typed={(key) => data[key]}
          problems={props.problems ?? []}
          reasons={new Map([['baseFrom', '窓口から「額を確かめてください」']])}
          onType={(key, value) => {
            const next = { ...data, [key]: value }
            setData(next)
            props.onData?.(next)
          }}
          onLeave={(key) => props.onLeave?.(key)}
          onAcknowledge={() => undefined}
        />
      </UiProvider>
    </ApolloProvider>
  )
}

afterEach(cleanup)

describe('what of a step is asked', () => {
  it('asks for the hours of fixed overtime only when there is fixed overtime', () => {
    render(<Form />)
    expect(screen.queryByLabelText(/「fixedOvertimeHours」/u)).toBeNull()
    fireEvent.click(screen.getAllByLabelText('あり')[0] as HTMLElement)
    expect(screen.getByLabelText(/「fixedOvertimeHours」/u)).toHaveProperty('required', true)
    fireEvent.click(screen.getAllByLabelText('なし')[0] as HTMLElement)
    expect(screen.queryByLabelText(/「fixedOvertimeHours」/u)).toBeNull()
  })

  it('follows answers given in another step', () => {
    const days = field('daysPerWeek', 'TEXT', {
      shownWhen: oneOf('workTime', 'PART_TIME'),
      requiredWhen: oneOf('workTime', 'PART_TIME'),
    })
    const answers: FormData = { workTime: 'PART_TIME' }
    expect(blocksOf([days], (key) => answers[key])).toHaveLength(1)
    expect(isRequired(days, (key) => answers[key])).toBe(true)
    expect(blocksOf([days], () => undefined)).toHaveLength(0)
  })

  it('counts a choice among several', () => {
    const other = field('documentsOther', 'TEXT', { shownWhen: oneOf('documents', 'OTHER') })
    expect(blocksOf([other], () => ['RESUME', 'OTHER'])).toHaveLength(1)
    expect(blocksOf([other], () => ['RESUME'])).toHaveLength(0)
  })

  it('asks until all of several are chosen', () => {
    const agreement = field('agreement', 'AGREEMENT', { shownWhen: { key: 'refused', in: [], notAll: ['AGENCIES', 'OTHERS'] } })
    const asked = (refused: string[] | undefined) => blocksOf([agreement], () => refused).length === 1
    expect([asked(undefined), asked([]), asked(['AGENCIES']), asked(['OTHERS', 'AGENCIES'])]).toEqual([true, true, true, false])
  })

  it('takes an agreement to the text of today, with the page to read first', () => {
    const heard = vi.fn<(data: FormData) => void>()
    const step: StepDef = {
      key: 'kind',
      title: '求人の種類と公開',
      optional: false,
      fields: [
        field('agreement', 'AGREEMENT', {
          required: true,
          guide: 'provision',
          options: [{ value: '2026-11-20', label: '同意します', help: null }],
        }),
      ],
    }
    render(<Form step={step} start={{ agreement: '2020-01-01' }} onData={heard} />)
    const tick = screen.getByLabelText<HTMLInputElement>('同意します')
    expect(tick.checked).toBe(false)
    expect(screen.getByRole('link', { name: /リーフレットを読む/u }).getAttribute('href')).toBe('/guide/provision')
    fireEvent.click(tick)
    expect(heard).toHaveBeenLastCalledWith({ agreement: '2026-11-20' })
    fireEvent.click(tick)
    expect(heard).toHaveBeenLastCalledWith({ agreement: '' })
  })

  it('lets an optional answer be taken back, a required one not', () => {
    const heard = vi.fn<(data: FormData) => void>()
    render(<Form start={{ raises: 'YES', fixedOvertime: 'NO' }} onData={heard} />)
    const back = screen.getAllByRole('button', { name: /選ばないことにする/u })
    expect(back).toHaveLength(1)
    fireEvent.click(back[0] as HTMLElement)
    expect(heard).toHaveBeenLastCalledWith({ raises: '', fixedOvertime: 'NO' })
  })

  it('adds rows up to the limit and takes them away one by one', () => {
    const heard = vi.fn<(data: FormData) => void>()
    render(<Form onData={heard} />)
    fireEvent.click(screen.getByRole('button', { name: '「allowances」を足す' }))
    fireEvent.change(screen.getByLabelText('「name」'), { target: { value: '職務手当' } })
    fireEvent.click(screen.getByRole('button', { name: '「allowances」を足す' }))
    expect(screen.queryByRole('button', { name: '「allowances」を足す' })).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: '「allowances」 2つめを消す' }))
    expect(heard).toHaveBeenLastCalledWith({ allowances: [{ name: '職務手当' }] })
  })

  it('shows what was made of a number when the field is left, and says the field was left', () => {
    const left = vi.fn<(key: string) => void>()
    render(<Form onLeave={left} />)
    const input = screen.getByLabelText(/「baseFrom」/u)
    fireEvent.change(input, { target: { value: '185000' } })
    fireEvent.blur(input)
    expect(input).toHaveProperty('value', '185,000')
    expect(left).toHaveBeenCalledWith('baseFrom')
  })

  it('puts problems and the words of the office at their fields', () => {
    render(
      <Form
        problems={[problem('wage.baseTo'), problem('wage.allowances.0.from', 'ERROR', '額を書いてください。')]}
        start={{ allowances: [{ name: '職務手当' }] }}
      />,
    )
    expect(screen.getByLabelText(/「baseTo」/u).getAttribute('aria-invalid')).toBe('true')
    expect(screen.getByLabelText('「from」').getAttribute('aria-invalid')).toBe('true')
    expect(screen.getByText('窓口から「額を確かめてください」')).toBeTruthy()
  })
})

describe('what a person is told and when', () => {
  const all = [problem('wage.baseFrom'), problem('wage.baseTo'), problem('hours.shifts'), problem('wage.raises', 'CONFIRM')]
  const seen = { all: false, left: new Set<string>(), acknowledged: [] }

  it('says nothing of a step nobody has come to', () => {
    expect(shownProblems(all, 'wage', seen)).toEqual([])
  })

  it('says what is wrong with a field once it was left, and with all of them after つぎへ', () => {
    expect(shownProblems(all, 'wage', { ...seen, left: new Set(['baseTo']) }).map((p) => p.path)).toEqual(['wage.baseTo'])
    expect(shownProblems(all, 'wage', { ...seen, all: true }).map((p) => p.path)).toEqual(['wage.baseFrom', 'wage.baseTo', 'wage.raises'])
  })

  it('asks again when what is to be confirmed has changed', () => {
    const kept = [{ path: 'wage.raises', code: 'REQUIRED', message: '20.1日になります。' }]
    const ask = (message: string) =>
      shownProblems([problem('wage.raises', 'CONFIRM', message)], 'wage', { ...seen, all: true, acknowledged: kept })
    expect(ask('20.1日になります。')).toHaveLength(0)
    expect(ask('19.8日になります。')).toHaveLength(1)
  })
})
