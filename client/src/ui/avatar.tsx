/** The first letter of a name; the name itself stands beside it. */
export function Avatar(props: { name: string; large?: boolean | undefined }) {
  return (
    <span className={props.large ? 'avatar avatar-l' : 'avatar'} aria-hidden="true">
      {[...props.name][0]}
    </span>
  )
}
