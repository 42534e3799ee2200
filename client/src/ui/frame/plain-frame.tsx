import { Brand, Language } from './head-parts.tsx'
import { type FooterPlace, type FrameProps, Shell } from './shell.tsx'

interface PlainFrameProps extends FrameProps {
  footerPlaces?: readonly FooterPlace[] | undefined
  /** Where the logo leads. */
  homeTo?: string | undefined
  footer?: boolean | undefined
}

/** Sign-in, opening, one question per page: the logo, the language and the footer. */
export function PlainFrame(props: PlainFrameProps) {
  const { homeTo = '/', language, footer = true } = props
  return (
    <Shell
      {...props}
      footer={footer}
      header={
        <header className="hd no-print">
          <div className="wrap hd-in">
            <Brand to={homeTo} />
            <div className="who">
              <Language language={language} />
            </div>
          </div>
        </header>
      }
    />
  )
}
