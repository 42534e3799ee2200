import { describe, expect, it, test } from 'vitest'
import { typedWith } from '../../../test/posting-form.ts'
import { problemText } from '../../i18n/problems.ja.ts'
import type { Values } from '../../kernel/form.ts'
import { readPosting } from './postings.form.ts'
import { type EmployerTraces, namesInTexts } from './postings.names.rules.ts'

const EMPLOYER: EmployerTraces = {
  name: '株式会社あさなぎ製作室',
  nameKana: 'カブシキガイシャアサナギセイサクシツ',
  employerNumber: '1301-204118-3',
  corporateNumber: '7000012050002',
  representativeName: '浅凪 みのり',
  address: '千代田8-8-8 なぎさビル3階',
  phone: '03-0000-0100',
  fax: '03-0000-0199',
  email: 'info@asanagi.example',
  webPage: 'https://www.asanagi-seisaku.example/jobs',
}
type Typed = Parameters<typeof typedWith>[0]
const valuesOf = (typed: Typed): Values => readPosting(typedWith(typed)).values
const found = (typed: Typed, employer: EmployerTraces | null = EMPLOYER) =>
  namesInTexts({ scope: '3', ...valuesOf({ kind: { scope: '3', selfApplication: 'NO' }, ...typed }) }, employer)
const asked = (typed: Typed, employer?: EmployerTraces) => found(typed, employer).map(({ path, facts }) => `${path} ${facts?.['traces']}`)
/** What of the employer a remark holds. */
const inRemarks = (remarks: string, employer: Partial<EmployerTraces> = {}) =>
  asked({ selection: { remarks } }, { ...EMPLOYER, ...employer }).map((line) => line.replace('selection.remarks ', ''))

test.each([
  ['1', []],
  ['2', ['selection.remarks']],
  ['3', ['selection.remarks']],
  ['4', []],
])('scope %s asks only where others may read what it hides', (scope, paths) => {
  const values = valuesOf({ kind: { scope, selfApplication: 'NO' }, selection: { remarks: '詳しくは あさなぎ 製作室へ' } })
  expect(namesInTexts(values, EMPLOYER).map(({ path }) => path)).toEqual(paths)
})

describe('the texts', () => {
  it('are all those that everybody reads, rows included', () => {
    const name = 'あさなぎ製作室'
    expect(
      asked({
        establishment: { workplaceChange: `${name}の各所` },
        work: { duties: `${name}で経理を担当します`, licences: [{ name: `${name}認定`, demand: 'WELCOME' }] },
        wage: {
          otherAllowances: `${name}手当`,
          allowances: [
            { name: '職務手当', from: '15000', to: '20000' },
            { name: 'あさなぎ製作室手当', from: '1', to: '1' },
          ],
        },
        hours: { hoursNote: `${name}の暦による` },
      }),
    ).toEqual([
      'establishment.workplaceChange NAME',
      'work.duties NAME',
      'work.licences.0.name NAME',
      'wage.allowances.1.name NAME',
      'wage.otherAllowances NAME',
      'hours.hoursNote NAME',
    ])
  })

  it('are none that R25 hides or only the office reads', () => {
    const text = 'あさなぎ製作室 03-0000-0100 info@asanagi.example'
    expect(
      asked({
        pr: { prMessage: text, welfare: text },
        selection: { selectionPlace: text, contactSection: 'あさなぎ製作室', noteToOffice: text },
      }),
    ).toEqual([])
  })

  it('say at the field what stands there and what to write instead', () => {
    const [problem] = found({ selection: { remarks: 'あさなぎ製作室(03-0000-0100)まで' } })
    expect(problem).toMatchObject({ path: 'selection.remarks', severity: 'CONFIRM' })
    expect(problemText(problem!)).toBe(
      '求人についての特記事項に事業所名と電話番号が入っています。この欄は、だれでも読めます。名前のところは「当社」「当事業所」のように書いてください。電話は「選考方法」の担当者の電話に書けば、見てよい人にだけ見えます。',
    )
  })

  it('are not looked at before the establishment is known', () => {
    expect(found({ selection: { remarks: 'あさなぎ製作室' } }, null)).toEqual([])
  })
})

describe('a name', () => {
  it.each([
    ['株式会社あさなぎ製作室です', ['NAME']],
    ['㈱あさなぎ製作室です', ['NAME']],
    ['あさなぎ・製作室です', ['NAME']],
    ['あさなぎ製作室長が教えます', ['NAME']],
    ['アサナギセイサクシツで働く', ['NAME']],
    ['ｱｻﾅｷﾞｾｲｻｸｼﾂで働く', ['NAME']],
    ['あさなぎせいさくしつで働く', ['NAME']],
    ['朝凪の海の見える製作室', []],
    ['あさなぎの海', []],
  ])('%s: %j', (text, traces) => expect(inRemarks(text)).toEqual(traces))

  it.each([
    ['みなと', 'みなとで働きます', ['NAME']],
    ['みなと', '株式会社みなと', ['NAME']],
    ['みなと', 'みなとみらいの近くです', []],
    ['有限会社アサ', 'アサの社員と働きます', ['NAME']],
    ['有限会社アサ', 'アサリの加工です', []],
    ['東京株式会社', '東京で働きます', ['NAME']],
    ['東京株式会社', '東京都の最低賃金以上です', []],
    ['株式会社ABC', 'ABCの仕事です', ['NAME']],
    ['株式会社ABC', 'ABCDの順に並べます', []],
    ['株式会社Mart', 'Smartな働き方', []],
    ['株式会社Blue Sky', 'BlueSkyの一員に', ['NAME']],
  ])('%s is short: in 「%s」 %j', (name, text, traces) => expect(inRemarks(text, { name, nameKana: 'ベツノカナ' })).toEqual(traces))

  it.each([
    ['株式会社森で働きます', ['NAME']],
    ['(株)森', ['NAME']],
    ['森の中の工房です', []],
    ['株式会社森田の製品を使います', []],
  ])('of one character counts only beside its legal form: %s %j', (text, traces) =>
    expect(inRemarks(text, { name: '株式会社 森', nameKana: 'カブシキガイシャモリ' })).toEqual(traces),
  )

  it.each([
    ['汐見病院の病棟です', ['NAME']],
    ['汐見会の職員として', ['NAME']],
    ['法人の病院です', []],
  ])('in parts is known by each part: %s %j', (text, traces) =>
    expect(
      inRemarks(text, { name: '医療法人社団汐見会 汐見病院', nameKana: 'イリョウホウジンシャダンシオミカイシオミビョウイン' }),
    ).toEqual(traces),
  )

  it('is not known by the kind of a site', () => {
    expect(inRemarks('大阪支店と第二工場があります', { name: '株式会社あさなぎ製作室 大阪支店' })).toEqual([])
  })
})

describe('numbers, addresses and people', () => {
  it.each([
    ['電話 03-0000-0100', ['PHONE']],
    ['電話 ０３（００００）０１００', ['PHONE']],
    ['電話 0300000100', ['PHONE']],
    ['電話 +81 3-0000-0100', ['PHONE']],
    ['電話 03-0000-0111', []],
    ['ファクス 03-0000-0199', ['PHONE']],
    ['担当の電話 03-0000-0101', ['PHONE']],
    ['事業所番号1301-204118-3', ['NUMBER']],
    ['法人番号 7000012050002', ['NUMBER']],
    ['求人番号 13010-00000161', []],
    ['www.asanagi-seisaku.example を見てください', ['NET']],
    ['ＨＰ：ａｓａｎａｇｉ－ｓｅｉｓａｋｕ．ｅｘａｍｐｌｅ', ['NET']],
    ['recruit@asanagi.example', ['NET']],
    ['myasanagi.example', []],
    ['千代田8-8-8に来てください', ['PLACE']],
    ['千代田８－８－８', ['PLACE']],
    ['千代田の静かな場所です', []],
    ['代表の浅凪みのりが面接します', ['PERSON']],
    ['採用担当の森下 なつきまで', ['PERSON']],
    ['代表が面接します', []],
  ])('%s: %j', (text, traces) => expect(inRemarks(text)).toEqual(traces))

  it('that are not registered are not looked for', () => {
    const bare = { employerNumber: null, corporateNumber: null, fax: null, email: null, webPage: null }
    expect(inRemarks('番号 1301-204118-3、info@asanagi.net', bare)).toEqual([])
  })
})
