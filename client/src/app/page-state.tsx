import { CombinedGraphQLErrors } from '@apollo/client/errors'
import { type ErrorComponentProps, useLocation, useRouter } from '@tanstack/react-router'
import { FileQuestion, LogIn } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { reach } from '../graph/reach.ts'
import { isSignedOut, sessionEnd } from '../graph/session-end.ts'
import { Banner } from '../ui/banner.tsx'
import { LinkButton } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import { PageTitle } from '../ui/page-title.tsx'
import { Skeleton } from '../ui/skeleton.tsx'

/** One page for what is gone and what is not ours to see. */
export function NotHere() {
  const { t } = useTranslation('app')
  return (
    <>
      <PageTitle>{t('notHere.title')}</PageTitle>
      <Empty icon={FileQuestion} title={t('notHere.what')} action={<LinkButton to="/">{t('notHere.home')}</LinkButton>}>
        {t('notHere.next')}
      </Empty>
    </>
  )
}

function requestIdOf(error: unknown): string | undefined {
  const id = error instanceof CombinedGraphQLErrors ? error.errors[0]?.extensions?.['requestId'] : undefined
  return typeof id === 'string' ? id : undefined
}

/** Tells when a lost connection is back. */
function onBack(heard: () => void): () => void {
  let lost = reach.isLost()
  return reach.subscribe(() => {
    if (lost && !reach.isLost()) heard()
    lost = reach.isLost()
  })
}

/** The page could not be drawn; what was typed stays in the browser. */
export function Failed({ error }: ErrorComponentProps) {
  const { t } = useTranslation('app')
  const router = useRouter()
  const { href } = useLocation()
  useEffect(() => onBack(() => void router.invalidate()), [router])
  useEffect(() => sessionEnd.subscribe(() => !sessionEnd.get() && void router.invalidate()), [router])
  if (isSignedOut(error))
    return (
      <>
        <PageTitle>{t('failed.title')}</PageTitle>
        <Empty
          icon={LogIn}
          title={t('failed.signedOut')}
          action={<LinkButton to={`/signin?next=${encodeURIComponent(href)}`}>{t('failed.signIn')}</LinkButton>}
        />
      </>
    )
  return (
    <>
      <PageTitle>{t('failed.title')}</PageTitle>
      <Banner kind="err" action={{ label: t('failed.again'), onPress: () => void router.invalidate() }} requestId={requestIdOf(error)}>
        {t('failed.what')}
      </Banner>
    </>
  )
}

export const Loading = () => <Skeleton />
