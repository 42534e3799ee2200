import { Ctx, FieldResolver, Resolver } from 'type-graphql'
import type { Context } from '../graph/context.ts'
import { Account, Demo, ViewerType } from '../modules/accounts/accounts.types.ts'
import { DEMO_PASSWORD } from './demo/accounts.ts'
import { DEMO_ACCOUNTS } from './demo/demo-accounts.ts'
import { displayNameOf } from './display-name.ts'

/** What only the whole server knows of the viewer: is this the demo? */
@Resolver(() => ViewerType)
export class AppViewerResolver {
  @FieldResolver(() => Demo, { nullable: true, description: '見本のときだけの案内。\nNull outside the demo.' })
  demo(@Ctx() ctx: Context): Demo | null {
    if (!ctx.demo) return null
    return { accounts: [...DEMO_ACCOUNTS], password: DEMO_PASSWORD }
  }
}

/** The viewer's account is the only one that the graph leads to: its name is the viewer's. */
@Resolver(() => Account)
export class AccountNamesResolver {
  @FieldResolver(() => String, { description: '呼び名。\nName to show.' })
  displayName(@Ctx() ctx: Context): Promise<string> {
    return displayNameOf(ctx)
  }
}
