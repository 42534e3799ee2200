import { eq } from 'drizzle-orm'
import type { Context } from '../graph/context.ts'
import { fieldWords, LOOKS, purposeWords } from '../i18n/looks.ja.ts'
import type { Id } from '../kernel/ids.ts'
import { authenticatorSince, liveSessionsOf, rememberedDevicesOf } from '../modules/accounts/accounts.own.queries.ts'
import { passkeysOf } from '../modules/accounts/accounts.passkeys.steps.ts'
import { accounts } from '../modules/accounts/accounts.table.ts'
import { deviceName } from '../modules/accounts/device-name.ts'
import { establishmentOf } from '../modules/employers/employers.queries.ts'
import { employerMembers } from '../modules/employers/employers.table.ts'
import { whoLooked } from './access-log.names.ts'
import { accessLog, type Look } from './access-log.queries.ts'

/** How one signs in, where one is signed in, and whose member one is. */
export async function ownAccount(ctx: Context, accountId: Id<'acc'>) {
  const [account] = await ctx.db.select().from(accounts).where(eq(accounts.id, accountId))
  const [sessions, devices, passkeys, since, memberships] = await Promise.all([
    liveSessionsOf(ctx, accountId),
    rememberedDevicesOf(ctx, accountId),
    passkeysOf(ctx, accountId),
    authenticatorSince(ctx, accountId),
    ctx.db.select().from(employerMembers).where(eq(employerMembers.accountId, accountId)),
  ])
  return {
    アカウント: {
      メールアドレス: account?.email,
      開いた時: account?.createdAt,
      パスワードを決めた時: account?.passwordChangedAt,
      認証アプリを登録した時: since,
      同意した規約の版: account?.termsVersion,
      規約に同意した時: account?.termsAcceptedAt,
    },
    ログインしている端末: sessions.map((one) => ({
      端末: deviceName(one.userAgent),
      ログインした時: one.createdAt,
      最後に使った時: one.lastSeenAt,
    })),
    覚えた端末: devices.map((one) => ({ 端末: one.name, 覚えた時: one.rememberedAt, 覚えている期限: one.rememberedUntil })),
    パスキー: passkeys.map((one) => ({ 名前: one.name, 追加した時: one.createdAt, 最後にログインした時: one.lastUsedAt })),
    担当している事業所: await Promise.all(
      memberships.map(async (one) => ({
        事業所: (await establishmentOf(ctx.db, one.employerId))?.name ?? null,
        名前: one.name,
        '部署・役職': one.title,
        役割: one.role,
        状態: one.status,
      })),
    ),
  }
}

/** Every look at one's data, to the last page. */
export async function ownAccessLog(ctx: Context) {
  const looks: Look[] = []
  for (let after: string | null = null; ;) {
    const page = await accessLog(ctx, { first: 100, after })
    looks.push(...page.nodes)
    after = page.pageInfo.endCursor
    if (!page.pageInfo.hasNextPage) break
  }
  return Promise.all(
    looks.map(async (look) => ({
      だれが: await whoLooked(ctx, look),
      最後に見た時: look.at,
      その日の回数: look.times,
      何を: LOOKS[look.action],
      項目: fieldWords(look.fields),
      なぜ: purposeWords(look.purpose),
    })),
  )
}
