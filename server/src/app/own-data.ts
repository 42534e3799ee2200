import type { IncomingMessage, ServerResponse } from 'node:http'
import { accountOf, type Context } from '../graph/context.ts'
import { refusalText } from '../i18n/refusals.ja.ts'
import type { Id } from '../kernel/ids.ts'
import { Refusal } from '../kernel/refusal.ts'
import { bucketOf, countTry } from '../modules/accounts/accounts.steps.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { ownAccessLog, ownAccount } from './own-data.account.ts'
import { ownApplications, ownEntry, ownFiles, ownMessages, ownRegistration } from './own-data.parts.ts'
import { sendJson, urlOf } from './respond.ts'

const PATH = '/files/own-data.json'
const HOUR = 60
const HEADERS = {
  'content-type': 'application/json; charset=utf-8',
  'content-disposition': `attachment; filename="madoguchi-my-data.json"; filename*=UTF-8''${encodeURIComponent('まどぐち_わたしのデータ.json')}`,
  'x-content-type-options': 'nosniff',
  'content-security-policy': "sandbox; default-src 'none'",
  'cache-control': 'no-store',
  'cross-origin-resource-policy': 'same-origin',
}

/** 自分のデータのダウンロード (S53): one file for whoever the cookie says, at each request; recorded. False: another address. */
export async function serveOwnData(req: IncomingMessage, res: ServerResponse, contextOf: () => Promise<Context>): Promise<boolean> {
  if (urlOf(req).pathname !== PATH) return false
  if (req.method !== 'GET') {
    res.setHeader('allow', 'GET')
    sendJson(res, 405, { message: 'GET で読んでください。' })
    return true
  }
  const ctx = await contextOf()
  const accountId = accountOf(ctx.viewer)
  if (accountId === null || ctx.viewer.kind === 'staff') {
    sendJson(res, 404, { message: refusalText({ code: 'NOT_FOUND' }) })
    return true
  }
  const no = await countDownload(ctx, accountId)
  if (no) sendJson(res, 429, { message: refusalText(no) })
  else res.writeHead(200, HEADERS).end(`${JSON.stringify(await ownData(ctx, accountId), null, 2)}\n`)
  return true
}

async function countDownload(ctx: Context, accountId: Id<'acc'>): Promise<Refusal | null> {
  const counted = await inTransaction(ctx, {}, async (tx): Promise<{ id: string } | Refusal> => {
    const limit = tx.policyOf().ownDataPerHour
    if ((await countTry(tx, bucketOf('ownData', accountId), { limit: limit + 1, minutes: HOUR })) > limit)
      return new Refusal('TOO_MANY_TRIES', { facts: { minutes: HOUR } }).keeping()
    await tx.record({ action: 'downloadOwnData', object: accountId, person: accountId })
    return { id: accountId }
  })
  return counted instanceof Refusal ? counted : null
}

async function ownData(ctx: Context, accountId: Id<'acc'>) {
  const seekerId = ctx.viewer.kind === 'seeker' ? ctx.viewer.seekerId : null
  return {
    これは何か:
      'まどぐちにある、あなたのデータです。時刻は世界標準時(日本時間より9時間前)です。ファイルの中身は、ログインして「取りに行く所」から受け取れます。',
    作った時: ctx.now(),
    ...(await ownAccount(ctx, accountId)),
    ...(seekerId !== null && { 求職の登録: await ownRegistration(ctx, seekerId), 応募: await ownApplications(ctx, seekerId) }),
    ...(ctx.viewer.kind === 'registrant' && { 登録: await ownEntry(ctx, ctx.viewer.registrantId) }),
    メッセージ: await ownMessages(ctx),
    ファイル: await ownFiles(ctx, accountId),
    見られた記録: await ownAccessLog(ctx),
  }
}
