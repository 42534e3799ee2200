import type { Context } from '../graph/context.ts'
import { type IdKind, kindOfId } from '../kernel/ids.ts'

type Visible = (ctx: Context, id: string) => Promise<{ id: string } | null>

/** How each kind is read by its id with the viewer's rights; a kind without a line is not readable by id alone. */
const VISIBLE: { [K in IdKind]?: Visible } = {}

/** The thing behind an id, or null: not there and not yours are the same answer. */
export async function visibleNode(ctx: Context, id: string): Promise<{ id: string } | null> {
  const kind = kindOfId(id)
  return (kind && (await VISIBLE[kind]?.(ctx, id))) ?? null
}
