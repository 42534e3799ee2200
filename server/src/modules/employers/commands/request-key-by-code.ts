import type { Context } from '../../../graph/context.ts'
import { TERMS_VERSION } from '../../../i18n/terms.ja.ts'
import type { Problem } from '../../../kernel/problem.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { inTransaction, type Tx } from '../../../platform/db/transaction.ts'
import { sendKey } from '../../accounts/accounts.keys.steps.ts'
import { problemsOfTerms } from '../../accounts/accounts.rules.ts'
import { bucketOf, countTry } from '../../accounts/accounts.steps.ts'
import type { AuthenticationKeyRow } from '../../accounts/accounts.table.ts'
import { codeStateAt, isUnfinished, phoneDigits, readShown, refuseOpening, type Shown } from '../employers.codes.rules.ts'
import { chargeCodes, lockNamedCodes, type NamedCode } from '../employers.codes.steps.ts'

export interface RequestKeyByCode extends Shown {
  termsVersion: string
}

/**
 * アカウント作成コードを示して、認証キーを受け取る (001 STEP 4). Unknown number, dead code, wrong phone: the answer and the work behind it are the same.
 * Whether the address has a My Page already is told by the mail alone (S8).
 */
export async function requestKeyByCode(ctx: Context, input: RequestKeyByCode): Promise<AuthenticationKeyRow | Refusal> {
  const { termsVersion, ...typed } = input
  const { shown, problems } = readShown({ ...typed }, ctx.policyOf())
  const terms = problemsOfTerms(termsVersion, TERMS_VERSION)
  if (terms.length > 0 || isUnfinished(problems)) return new Refusal('PROBLEMS', { problems: [...problems, ...terms] })
  return inTransaction(ctx, {}, async (tx): Promise<AuthenticationKeyRow | Refusal> => {
    const named = await lockNamedCodes(tx, shown)
    const right = problems.length > 0 ? undefined : named.find((one) => isRight(one, shown, tx.now))
    if (!right) return countWrong(tx, { named, problems, address: ctx.address })
    return sendKey(tx, { email: shown.email, purpose: 'OPEN_BY_CODE', termsVersion, subject: right.code.id })
  })
}

const isRight = ({ code, held, employer, phone }: NamedCode, shown: Shown, now: Date): boolean =>
  held &&
  codeStateAt(code, now) === 'ISSUED' &&
  employer.employerNumber === shown.employerNumber &&
  phoneDigits(phone ?? '') === shown.phone &&
  refuseOpening(code.state, employer.status) === null

interface Wrong {
  named: readonly NamedCode[]
  problems: readonly Problem[]
  address: string
}

/**
 * Who holds the paper has its ten tries. A number alone is no secret, every posting tells it: who names a code only by its
 * number is stopped by address before the code dies (SECURITY 2), also with an older or another paper in hand.
 */
async function countWrong(tx: Tx, { named, problems, address }: Wrong): Promise<Refusal> {
  const held = named.filter((one) => one.held)
  const onlyOwn = held.length > 0 && held.length === named.length
  const { accountCreationCodeTriesPerAddress: limit, accountCreationCodeWindowMinutes: minutes } = tx.policyOf()
  const isStopped = !onlyOwn && (await countTry(tx, bucketOf('creationCodeFrom', address), { limit, minutes })) > limit
  await chargeCodes(tx, isStopped ? held : named)
  if (problems.length > 0) return new Refusal('PROBLEMS', { problems }).keeping()
  return (
    isStopped && held.length === 0 ? new Refusal('TOO_MANY_TRIES', { facts: { minutes } }) : new Refusal('CREATION_CODE_DEAD')
  ).keeping()
}
