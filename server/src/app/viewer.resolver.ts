import { Ctx, FieldResolver, Resolver } from 'type-graphql'
import type { Context } from '../graph/context.ts'
import { Account, Demo, ViewerType } from '../modules/accounts/accounts.types.ts'
import { DEMO_PASSWORD, demoAccounts } from './demo/accounts.ts'
import { displayNameOf } from './display-name.ts'

const ROLES: Record<keyof typeof demoAccounts, string> = {
  seeker: '求職者(利用登録)',
  onlineSeeker: '求職者(オンライン登録)',
  registrant: 'センター登録者',
  employer: '事業所',
  employer2: '事業所(2つめ)',
  counter: '窓口の職員',
  manager: '管理者',
  auditor: '監査の担当',
}

/** What only the whole server knows of the viewer: is this the demo? */
@Resolver(() => ViewerType)
export class AppViewerResolver {
  @FieldResolver(() => Demo, { nullable: true, description: '見本のときだけの案内。\nNull outside the demo.' })
  demo(@Ctx() ctx: Context): Demo | null {
    if (!ctx.demo) return null
    const accounts = Object.entries(demoAccounts).map(([key, { email }]) => ({ email, role: ROLES[key as keyof typeof demoAccounts] }))
    return { accounts, password: DEMO_PASSWORD }
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
