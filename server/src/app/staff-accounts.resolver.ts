import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import { purposeOf } from '../modules/accounts/accounts.staff.queries.ts'
import { Audience } from '../graph/audience.ts'
import { type Context, viewerAs } from '../graph/context.ts'
import { StaffAccount } from '../modules/accounts/accounts.staff.types.ts'
import { accountsOfNumber, type NamedAccount } from './staff-accounts.queries.ts'

/** Whom a person at the counter signs in as: first step of every rescue. */
@Resolver(() => StaffAccount)
export class StaffAccountsResolver {
  @Audience('counter', 'manager')
  @Query(() => [StaffAccount], {
    description:
      '求職番号、事業所番号、センターの送出情報番号から、ログインするアカウントを出す。管理者は、職員のメールアドレスからも。見たことが残ります。\nThe accounts behind a seeker, employer or entry number, for managers also behind a colleague’s address; the look is recorded.',
  })
  staffAccounts(
    @Ctx() ctx: Context,
    @Arg('number', () => String, {
      description:
        '求職番号、事業所番号、送出情報番号、または職員のメールアドレス。\nSeeker, employer or entry number, or a colleague’s address.',
    })
    number: string,
    @Arg('purpose', () => String, { description: '見る理由。\nWhat for.' }) purpose: string,
  ) {
    return accountsOfNumber(ctx, viewerAs(ctx, 'staff'), number, purposeOf(ctx, purpose))
  }

  @FieldResolver(() => String, { nullable: true, description: '窓口が知っている名前。\nName as the office knows it.' })
  name(@Root() account: Partial<NamedAccount>): string | null {
    return account.name ?? null
  }
}
