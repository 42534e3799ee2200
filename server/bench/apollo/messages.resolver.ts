import { and, eq } from 'drizzle-orm'
import { Arg, Ctx, FieldResolver, ID, Resolver, Root, Subscription } from 'type-graphql'
import type { Id } from '../../src/kernel/ids.ts'
import { type MessageRow, messages, threadParties, threads } from '../../src/modules/messages/messages.table.ts'
import type { NaiveContext } from './context.ts'
import { Message } from './types.ts'

@Resolver(() => Message)
export class MessagesResolver {
  @Subscription(() => Message, { topics: 'MESSAGE', topicId: ({ args }) => (args as { threadId: string }).threadId })
  async messageAdded(
    @Root() { id }: { id: Id<'msg'> },
    @Ctx() { db, seekerId }: NaiveContext,
    @Arg('threadId', () => ID) _threadId: string,
  ): Promise<Message> {
    const [row] = await db
      .select()
      .from(messages)
      .innerJoin(threads, eq(threads.id, messages.threadId))
      .innerJoin(threadParties, and(eq(threadParties.threadId, threads.id), eq(threadParties.party, seekerId)))
      .where(eq(messages.id, id))
    if (!row) throw new Error('not yours')
    return row.messages
  }

  @FieldResolver(() => Boolean)
  mine(@Root() { party }: MessageRow, @Ctx() { seekerId }: NaiveContext): boolean {
    return party === seekerId
  }
}
