import { useMutation } from '@apollo/client/react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SignOut } from '../features/accounts/sign-out.ts'
import { endStores, flushStores } from '../features/forms/draft-shelf.ts'
import { endOutboxes } from '../features/messages/use-outbox.ts'
import { reconnect } from '../graph/client.ts'
import { forgetAccount, keptBelow } from '../graph/kept.ts'
import { isSignedOut, sessionEnd } from '../graph/session-end.ts'
import { ConfirmDialog } from '../ui/dialog.tsx'
import { useOneAtATime } from '../ui/use-one-at-a-time.ts'

/** How long what is just being saved may still take. */
const PATIENCE = 3_000
/** What may lie in the browser, by the beginning of its name. */
const KINDS = ['draft', 'outbox', 'thread', 'apply', 'result'] as const
type Left = Partial<Record<(typeof KINDS)[number], number>>

async function leftOf(account: string): Promise<Left> {
  const names = (await keptBelow(account, '').catch(() => [])).map(({ name }) => name)
  const counts = KINDS.map((kind) => [kind, names.filter((name) => name.startsWith(`${kind}:`)).length] as const)
  return Object.fromEntries(counts.filter(([, count]) => count > 0))
}

/** Ends the session; the next person on this device finds nothing of it. What would be lost by that is asked first. */
export function useSignOut(account: string): { signOut: () => void; dialog: ReactNode } {
  const { t } = useTranslation('app')
  const [mutate] = useMutation(SignOut)
  const [left, setLeft] = useState<Left | null>(null)
  const [failed, setFailed] = useState(false)

  const leave = useOneAtATime(async () => {
    try {
      await sessionEnd.during(() => mutate())
    } catch (error) {
      setLeft(null)
      if (!isSignedOut(error)) return setFailed(true)
    }
    endStores()
    endOutboxes()
    await forgetAccount(account).catch(() => undefined)
    setLeft(null)
    reconnect()
    // A fresh page: nothing that was read stays in memory either.
    location.assign('/')
  })
  const ask = useOneAtATime(async () => {
    setFailed(false)
    await Promise.race([flushStores(), new Promise((resolve) => setTimeout(resolve, PATIENCE))])
    const found = await leftOf(account)
    if (Object.keys(found).length > 0) setLeft(found)
    else leave.run()
  })
  return {
    signOut: ask.run,
    dialog: (
      <>
        <ConfirmDialog
          open={left !== null}
          title={t('signOut.title')}
          confirmLabel={t('signOut.do')}
          danger
          busy={leave.busy}
          onConfirm={leave.run}
          onCancel={() => setLeft(null)}
        >
          <p>{t('signOut.what')}</p>
          <ul className="mt-2 list-disc pl-5">
            {KINDS.map((kind) => left?.[kind] !== undefined && <li key={kind}>{t(`signOut.left.${kind}`, { count: left[kind] })}</li>)}
          </ul>
        </ConfirmDialog>
        <ConfirmDialog
          open={failed}
          title={t('signOut.failed')}
          confirmLabel={t('signOut.again')}
          onConfirm={ask.run}
          onCancel={() => setFailed(false)}
        >
          <p>{t('signOut.failedWhat')}</p>
        </ConfirmDialog>
      </>
    ),
  }
}
