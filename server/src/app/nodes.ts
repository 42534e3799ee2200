import type { Context } from '../graph/context.ts'
import { type Id, type IdKind, kindOfId } from '../kernel/ids.ts'
import { visibleApplication } from '../modules/applications/applications.queries.ts'
import { visibleEmployerClaim } from '../modules/employers/employers.claims.queries.ts'
import { visibleEmployer } from '../modules/employers/employers.queries.ts'
import { visibleRegistrant } from '../modules/entries/entries.queries.ts'
import { visibleMessage, visibleThread } from '../modules/messages/messages.queries.ts'
import { visibleOffice } from '../modules/offices/offices.loaders.ts'
import { postingLoader } from '../modules/postings/postings.loaders.ts'
import { visibleSeeker } from '../modules/seekers/seekers.queries.ts'
import { visibleAttachment } from './visible-attachment.ts'

type Visible = (ctx: Context, id: string) => Promise<{ id: string } | null>

/** How each kind is read by its id with the viewer's rights; a kind without a line is not readable by id alone. */
const VISIBLE: { [K in IdKind]?: Visible } = {
  off: visibleOffice,
  fil: visibleAttachment,
  thr: visibleThread,
  msg: visibleMessage,
  skr: visibleSeeker,
  rgs: visibleRegistrant,
  emp: visibleEmployer,
  clm: visibleEmployerClaim,
  app: visibleApplication,
  pst: (ctx, id) => postingLoader(ctx).load(id as Id<'pst'>),
}

/** The thing behind an id, or null: not there and not yours are the same answer. */
export async function visibleNode(ctx: Context, id: string): Promise<{ id: string } | null> {
  const kind = kindOfId(id)
  return (kind && (await VISIBLE[kind]?.(ctx, id))) ?? null
}
