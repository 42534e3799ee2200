import type { Context } from '../../graph/context.ts'
import { draftView } from '../../graph/draft-view.ts'
import type { Draft } from '../../graph/draft-types.ts'
import type { Id } from '../../kernel/ids.ts'
import type { DraftRow } from '../../platform/drafts/drafts.table.ts'
import { officeOfEmployer } from '../employers/employers.queries.ts'
import { readDraft } from './postings.check.queries.ts'
import { POSTING_STEPS } from './postings.form.ts'
import { insightsOf } from './postings.insights.ts'
import { postingLabelOf } from './postings.sheet-text.ts'

/** A posting's draft as the wizard shows it: steps, problems, and the sums beside them. */
export async function postingDraft(ctx: Context, row: DraftRow): Promise<Draft> {
  const employerId = row.party as Id<'emp'>
  const policy = ctx.policyOf((await officeOfEmployer(ctx.db, employerId)) ?? undefined)
  const { values, problems, facts } = await readDraft(ctx.db, employerId, row.steps, { today: ctx.today(), policy })
  return draftView({ steps: POSTING_STEPS, row, problems, insights: insightsOf(values, facts), labelOf: postingLabelOf })
}
