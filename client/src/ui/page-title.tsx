import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'

const UnreadContext = createContext(0)

/** Frames put the number in front of the document's title (PAGES 1.2). */
export const UnreadProvider = UnreadContext

/** (3) ホーム | まどぐち */
function useDocumentTitle(title: string): void {
  const { t } = useTranslation('ui')
  const unread = useContext(UnreadContext)
  const name = t('app.name')
  useEffect(() => {
    document.title = `${unread > 0 ? `(${unread}) ` : ''}${title ? `${title} | ` : ''}${name}`
  }, [unread, title, name])
}

// The first page a person opens keeps the browser's own starting place.
let arrived = false

interface PageTitleProps {
  children: ReactNode
  /** The document's title where it is not the heading's own words. */
  title?: string | undefined
  /** For readers only: the page shows its subject otherwise. */
  hidden?: boolean | undefined
  /** Another value is another page: the focus comes here again. */
  pageKey?: string | undefined
  className?: string | undefined
}

/** The page's h1: after a change of place the focus comes here and the document's title follows. */
export function PageTitle(props: PageTitleProps) {
  const { children, title, hidden, pageKey, className } = props
  const heading = useRef<HTMLHeadingElement>(null)
  useDocumentTitle(title ?? (typeof children === 'string' ? children : ''))
  useEffect(() => {
    if (arrived) heading.current?.focus({ preventScroll: true })
    arrived = true
  }, [pageKey])
  return (
    <h1 ref={heading} tabIndex={-1} className={[hidden && 'sr', className].filter(Boolean).join(' ') || undefined}>
      {children}
    </h1>
  )
}

interface PageHeadProps extends PageTitleProps {
  /** A grey line below the title. */
  note?: ReactNode
  /** At the right: one or two buttons. */
  actions?: ReactNode
}

/** Title, line below, buttons at the right. */
export function PageHead(props: PageHeadProps) {
  const { note, actions, ...title } = props
  return (
    <div className="pagehead">
      <div className="min-w-0">
        <PageTitle {...title} />
        {note && <p className="small sub mt-1">{note}</p>}
      </div>
      {actions && <div className="row wraprow">{actions}</div>}
    </div>
  )
}
