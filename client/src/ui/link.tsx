import { type AriaAttributes, createContext, type MouseEventHandler, type ReactNode, useContext } from 'react'

/** What an inner link is given, whatever router draws it. */
export interface LinkProps extends AriaAttributes {
  to: string
  children: ReactNode
  className?: string | undefined
  id?: string | undefined
  title?: string | undefined
  onClick?: MouseEventHandler<HTMLAnchorElement> | undefined
}

/** `replace`: the way back does not lead to where one was. */
type Navigate = (to: string, how?: { replace?: boolean }) => void
interface Links {
  link: (props: LinkProps) => ReactNode
  navigate: Navigate
}

const LinkContext = createContext<Links>({
  link: ({ to, children, ...rest }) => (
    <a href={to} {...rest}>
      {children}
    </a>
  ),
  navigate: (to) => window.location.assign(to),
})

/** The app puts its router in here; `ui` knows none. */
export function LinkProvider(props: Links & { children: ReactNode }) {
  const { link, navigate, children } = props
  return <LinkContext value={{ link, navigate }}>{children}</LinkContext>
}

/** A way to another page of ours. */
export function Link(props: LinkProps) {
  const { link: Drawn } = useContext(LinkContext)
  return <Drawn {...props} />
}

/** For menus, whose entries are no links. */
export const useNavigateTo = (): Navigate => useContext(LinkContext).navigate
