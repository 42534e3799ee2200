import { employerNumber } from '../../modules/offices/offices.rules.ts'
import { type DemoEmployer, drawEmployer } from './employers.ts'
import { makeOffices, officeCodeFor } from './offices.ts'
import { inventedBlock, townsOf } from './places.ts'
import { randomOf } from './random.ts'

const OFFICE = '13010'
/** Below the numbers that the office gives from now on, above all others of the demo. */
const FIRST_NUMBER = 690_001

const TEXTS = [
  {
    name: 'ひだまり坂クリーニング',
    nameKana: 'ヒダマリザカクリーニング',
    industryCode: 'N',
    business: '衣類のクリーニングと、しみ抜き、服の直しをしています。',
    features: '駅前の店と工場の2か所です。6人で、曜日を決めて交代しています。',
    here: 6,
  },
  {
    name: '有限会社つきみ坂印刷',
    nameKana: 'ユウゲンガイシャ ツキミザカインサツ',
    industryCode: 'E',
    business: '名刺、はがき、冊子の印刷と製本をしています。',
    features: '活版の機械も使っています。道具の手入れから教えます。',
    here: 4,
  },
]

/** Establishments that 汐見 knows from a visit at the counter, without a My Page: their codes are the clerk's to issue. */
export function makeAtCounter(): DemoEmployer[] {
  const offices = makeOffices()
  const near = townsOf('13').filter((town) => officeCodeFor(offices, '13', town.postalCode) === OFFICE)
  return TEXTS.map(({ here, ...text }, index) => {
    const random = randomOf(`at counter ${index}`)
    const town = random.pick(near)
    return {
      ...drawEmployer(1000 + index, offices, new Set()),
      ...text,
      key: `at-counter-${index + 1}`,
      officeCode: OFFICE,
      employerNumber: employerNumber(OFFICE, FIRST_NUMBER + index),
      representativeTitle: index === 0 ? '店主' : '代表取締役',
      city: town.city,
      postalCode: town.postalCode,
      prefectureCode: town.prefectureCode,
      municipalityCode: town.municipalityCode,
      address: town.area + inventedBlock(random),
      employeesWhole: here,
      employeesHere: here,
      employeesWomen: Math.ceil(here / 2),
      employeesPartTime: 1,
      union: false,
    }
  })
}
