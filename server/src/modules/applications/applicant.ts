import type { Context } from '../../graph/context.ts'
import { ageOn } from '../../kernel/calendar.ts'
import { occupationMiddleByCode } from '../offices/data/classes.rules.ts'
import { municipalityByCode, nameInAddress } from '../offices/data/places.rules.ts'
import { CHOICES } from '../postings/form/choices.form.ts'
import type { SeekerSheetRow } from '../seekers/seekers.table.ts'
import { seekerMailLoader, snapshotLoader } from './applications.loaders.ts'
import type { ApplicationRow } from './applications.table.ts'
import type { Applicant } from './applications.types.ts'

const EDUCATION: Record<string, string> = {
  JUNIOR_HIGH: '中学校',
  HIGH_SCHOOL: '高校',
  COLLEGE: '専門・短大',
  UNIVERSITY: '大学',
  GRADUATE: '大学院',
}

const formWord = (form: string | null): string | null => CHOICES.employmentType.find((one) => one.value === form)?.label ?? form
const occupationWord = (code: string | null): string | null => (code === null ? null : (occupationMiddleByCode(code)?.name ?? code))
/** 2019-04 or 2019-04-01 → 2019年4月. */
const monthWord = (date: string | null): string => (date === null ? '' : `${Number(date.slice(0, 4))}年${Number(date.slice(5, 7))}月`)

const careersOf = (sheet: SeekerSheetRow): Applicant['careers'] =>
  sheet.careers.map(({ employer, from, to, form, occupation, duties }, row) => ({
    key: `careers.${row}`,
    label: [employer, from || to ? `${monthWord(from)}〜${monthWord(to)}` : ''].filter(Boolean).join(' '),
    value: [[occupationWord(occupation), formWord(form)].filter(Boolean).join(' ・ '), duties].filter(Boolean).join('\n'),
  }))

/** Who applied, for those who may know (STATES 3.2): nobody once it was taken back. Each look is kept. */
export async function applicantOf(ctx: Context, application: ApplicationRow): Promise<Applicant | null> {
  const { viewer } = ctx
  if (viewer.kind !== 'employer' && viewer.kind !== 'staff') return null
  if (viewer.kind === 'employer' && application.status === 'CANCELLED') return null
  const sheet = application.seekerSheetId && (await snapshotLoader(ctx).load(application.seekerSheetId))
  if (!sheet) return null
  lookOnce(ctx, application, 'applicant')
  const municipality = municipalityByCode(sheet.municipalityCode)
  return {
    seekerId: application.seekerId,
    name: sheet.name,
    nameKana: sheet.nameKana,
    age: ageOn(sheet.birthDate, ctx.today()),
    place: municipality ? nameInAddress(municipality) : '',
    phone: sheet.phone,
    email: (await seekerMailLoader(ctx).load(application.seekerId))?.email ?? null,
    education: sheet.education === null ? null : (EDUCATION[sheet.education] ?? sheet.education),
    licences: sheet.licences,
    careers: careersOf(sheet),
    selfPr: sheet.selfPr,
  }
}

/** What of an application is the person's own data. */
type PersonalField = 'applicant' | 'motive' | 'reachable' | 'documents'

/** One record for each operation and application, naming every field that an employer or staff asked for. */
export function lookOnce(ctx: Context, { id, seekerId }: ApplicationRow, field: PersonalField): void {
  const { kind } = ctx.viewer
  if (kind !== 'employer' && kind !== 'staff') return
  const mark = `look ${id}`
  const seen = ctx.memo.get(mark) as PersonalField[] | undefined
  if (seen) {
    if (!seen.includes(field)) seen.push(field)
    return
  }
  const fields = [field]
  ctx.memo.set(mark, fields)
  ctx.look({ action: 'viewApplicant', object: id, person: seekerId, purpose: kind === 'employer' ? 'SELECTION' : 'OFFICE', fields })
}
