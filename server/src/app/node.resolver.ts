import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql'
import { Audience } from '../graph/audience.ts'
import type { Context } from '../graph/context.ts'
import { Node } from '../graph/node.ts'
import { visibleNode } from './nodes.ts'

@Resolver()
export class NodeResolver {
  @Audience('public')
  @Query(() => Node, { nullable: true, description: 'id で読みます。見られないものは null です。\nAny visible thing by its id.' })
  node(@Ctx() ctx: Context, @Arg('id', () => ID, { description: 'id。\nIts id.' }) id: string): Promise<{ id: string } | null> {
    return visibleNode(ctx, id)
  }

  @Audience('public')
  @Query(() => [Node], { nullable: 'items', description: '複数の id で読みます。順番は送られたままです。\nSeveral, in the order asked.' })
  nodes(
    @Ctx() ctx: Context,
    @Arg('ids', () => [ID], { description: 'id の並び。\nTheir ids.' }) ids: string[],
  ): Promise<({ id: string } | null)[]> {
    return Promise.all(ids.map((id) => visibleNode(ctx, id)))
  }
}
