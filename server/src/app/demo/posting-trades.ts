import type { DemoEmployer } from './employers.ts'
import type { OccupationTemplate } from './occupation-templates/template.ts'

/** Which employers a marked title of a template suits: by what their name says or by their kind. */
const suited: Record<string, Record<string, RegExp>> = {
  'vegetable-farm': { 牛: /牧場/u, 実: /果樹園/u, 畑: /農園|ファーム/u },
  fishery: { 養: /養殖|海産/u },
  'food-production': { 惣: /食品|フーズ/u, 菓: /製菓/u, 醸: /醸造/u, 魚: /水産/u },
  'line-operator': { 紙: /紙器|包装/u, 樹: /化成|樹脂|machine/u },
  inspection: { 縫: /ソーイング/u },
  'auto-mechanic': { 車: /auto|transport/u },
  'real-estate-sales': { 家: /realestate/u, 保: /finance/u },
  buyer: { 資: /資材|商会/u, 店: /青果|物産|商事|retail/u },
  'shop-staff': { 食: /ストア|マート|百貨/u },
  'dental-assistant': { 歯: /歯科/u, 看: /クリニック|内科|整形外科/u },
  nurse: { 病: /hospital/u, 介: /care/u, 外: /clinic|hospital/u },
  'front-desk': { 宿: /hotel/u, 湯: /の湯/u },
  'hall-staff': { 宿: /hotel/u, 店: /restaurant/u },
  laundry: { 洗: /クリーニング|リネン/u, 湯: /の湯/u },
  'leisure-staff': { 葬: /セレモニー/u, 遊: /スポーツ|観光|の湯/u },
  'building-manager': { 住: /realestate|building/u, 公: /building/u },
  cleaning: { 客: /hotel/u },
  'support-work': { 運: /hospital/u, 資: /building|utility/u, 庭: /building|utility|coop/u },
  'forklift-plant': { 監: /utility|quarry/u, 重: /civil|quarry|electric/u },
  taxi: { 客: /タクシー|交通/u, 介: /タクシー|交通/u, 送: /care/u },
  'bus-taxi': { 路: /交通|バス/u, 貸: /交通|バス/u },
  'truck-driver': { 土: /quarry/u, 食: /transport/u },
}

export function titleSuits(employer: DemoEmployer, template: OccupationTemplate, title: string): boolean {
  const mark = /^\{(.+?)\}/u.exec(title)?.[1]
  const needed = mark === undefined ? undefined : suited[template.key]?.[mark]
  return needed === undefined || needed.test(employer.name) || needed.test(employer.profile)
}

const dentalWork = new Set(['dental-hygienist', 'dental-assistant', 'medical-office'])

/** A dentist does not look for nurses, nor a dairy for people who prune fruit trees. */
export function templateSuits(employer: DemoEmployer, template: OccupationTemplate): boolean {
  if (!template.profiles.includes(employer.profile)) return false
  if (
    employer.profile === 'clinic' &&
    (employer.name.includes('歯科') ? !dentalWork.has(template.key) : template.key === 'dental-hygienist')
  )
    return false
  return template.titles.some((title) => titleSuits(employer, template, title))
}
