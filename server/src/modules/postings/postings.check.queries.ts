import type { JstDate } from '../../kernel/calendar.ts'
import type { RawForm, Values } from '../../kernel/form.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Problem } from '../../kernel/problem.ts'
import type { Db, DbTransaction } from '../../platform/db/connect.ts'
import type { Policy } from '../../policy.ts'
import { employersByIds } from '../employers/employers.queries.ts'
import type { EmployerSheetRow } from '../employers/employers.table.ts'
import { municipalityByCode, prefectureByCode } from '../offices/data/places.rules.ts'
import { minimumWageOn } from '../offices/offices.queries.ts'
import { type CheckFacts, checkPosting, joinProblems } from './postings.checks.rules.ts'
import { readPosting } from './postings.form.ts'
import type { MinimumWage } from './postings.wage.rules.ts'

export interface DraftReading {
  values: Values
  problems: Problem[]
  establishment: EmployerSheetRow | null
  facts: CheckFacts & { policy: Policy }
}

/** A posting as typed, read and checked against what it needs to know: establishment, minimum wage of the workplace, today. */
export async function readDraft(
  db: Db | DbTransaction,
  employerId: Id<'emp'>,
  typed: RawForm,
  { today, policy }: { today: JstDate; policy: Policy },
): Promise<DraftReading> {
  const { values, problems } = readPosting(typed)
  const [employer] = await employersByIds(db, [employerId])
  const establishment = employer?.sheet ?? null
  const minimumWage = await minimumWageOf(db, workplacePrefecture(values, establishment), today)
  const traces = employer?.sheet ? { ...employer.sheet, employerNumber: employer.employerNumber } : null
  const facts = { establishment: traces, minimumWage, today, policy }
  return { values, problems: joinProblems(problems, checkPosting(values, facts)), establishment, facts }
}

function workplacePrefecture(values: Values, establishment: EmployerSheetRow | null): string | null {
  if (values['workplace'] !== 'OTHER') return establishment?.prefectureCode ?? null
  const place = values['workplaceMunicipality']
  return typeof place === 'string' && municipalityByCode(place) ? place.slice(0, 2) : null
}

async function minimumWageOf(db: Db | DbTransaction, prefectureCode: string | null, today: JstDate): Promise<MinimumWage | null> {
  const prefecture = prefectureCode === null ? undefined : prefectureByCode(prefectureCode)
  return prefecture ? { yen: await minimumWageOn(db, prefecture.code, today), prefectureName: prefecture.name } : null
}
