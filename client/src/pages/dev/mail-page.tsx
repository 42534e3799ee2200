import { useLocation, useNavigate } from '@tanstack/react-router'
import { Copy, Mail, RefreshCw } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Empty } from '../../ui/empty.tsx'
import { formatDateTime } from '../../ui/format.ts'
import { PageHead } from '../../ui/page-title.tsx'
import { useNow } from '../../ui/server-clock.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useToast } from '../../ui/toast.tsx'

interface DevMail {
  id: string
  to: string
  subject: string
  text: string
  createdAt: string
}
const isMail = (value: unknown): value is DevMail =>
  typeof value === 'object' && value !== null && ['id', 'to', 'subject', 'text', 'createdAt'].every((key) => key in value)

const KEY = /^認証キー: (\S+)$/mu

async function fetchMails(to: string): Promise<DevMail[] | null> {
  try {
    const answer = await fetch(`/dev/mail.json${to === '' ? '' : `?to=${encodeURIComponent(to)}`}`)
    const rows: unknown = await answer.json()
    return answer.ok && Array.isArray(rows) ? rows.filter(isMail) : null
  } catch {
    return null
  }
}

/** The demo's mails: nothing leaves the machine, everything is read here. */
export function Page() {
  const { t } = useTranslation('dev')
  const navigate = useNavigate()
  const search: Record<string, unknown> = useLocation({ select: (location) => location.search })
  const to = typeof search['to'] === 'string' ? search['to'] : ''
  const [typed, setTyped] = useState(to)
  const [mails, setMails] = useState<DevMail[] | null>(null)
  const [failed, setFailed] = useState(false)
  const now = useNow()
  const show = (answer: DevMail[] | null) => {
    setFailed(answer === null)
    if (answer) setMails(answer)
  }
  const load = () => void fetchMails(to).then(show)
  useEffect(() => {
    let current = true
    void fetchMails(to).then((answer) => current && show(answer))
    return () => {
      current = false
    }
  }, [to])
  return (
    <>
      <PageHead
        note={t('mail.note')}
        actions={
          <Button size="s" icon={RefreshCw} onPress={load}>
            {t('mail.again')}
          </Button>
        }
      >
        {t('mail.title')}
      </PageHead>
      <form
        className="flex flex-wrap items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          void navigate({ to: '/dev/mail', search: (typed.trim() === '' ? {} : { to: typed.trim() }) as never, replace: true })
        }}
      >
        <TextField label={t('mail.to')} mark={false} type="email" value={typed} onChange={setTyped} width="w20" />
        <Button type="submit">{t('mail.show')}</Button>
      </form>
      <div className="mt-5">
        {failed && (
          <Banner kind="err" live action={{ onPress: load }}>
            {t('mail.failed')}
          </Banner>
        )}
        {!failed && mails === null && <Skeleton />}
        {mails?.length === 0 && (
          <Card label={t('mail.none')}>
            <Empty icon={Mail} title={t('mail.none')}>
              {t('mail.noneHow')}
            </Empty>
          </Card>
        )}
        <div className="grid gap-4">
          {mails?.map((mail) => (
            <Card
              key={mail.id}
              as="article"
              title={mail.subject}
              aside={<span className="small mute num">{formatDateTime(mail.createdAt, now)}</span>}
            >
              <p className="small sub">{t('mail.sentTo', { to: mail.to })}</p>
              <KeyLine text={mail.text} />
              <p className="mt-3 whitespace-pre-line">{mail.text}</p>
            </Card>
          ))}
        </div>
      </div>
    </>
  )
}

function KeyLine({ text }: { text: string }) {
  const { t } = useTranslation('dev')
  const { show } = useToast()
  const key = KEY.exec(text)?.[1]
  if (key === undefined) return null
  const copy = () =>
    void navigator.clipboard.writeText(key).then(
      () => show({ message: t('mail.copied') }),
      () => show({ message: t('mail.notCopied') }),
    )
  return (
    <p className="note mt-3 flex flex-wrap items-center justify-between gap-2">
      <span>
        {t('mail.key')} <b className="num text-[1.25rem] select-all">{key}</b>
      </span>
      <Button size="s" icon={Copy} onPress={copy}>
        {t('mail.copy')}
      </Button>
    </p>
  )
}
