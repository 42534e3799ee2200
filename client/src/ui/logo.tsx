/** A window with its sill. */
export function Logo(props: { dark?: boolean | undefined }) {
  const [ground, line] = props.dark ? ['#fff', 'var(--color-key-900)'] : ['var(--color-key-900)', '#fff']
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill={ground} />
      <path d="M8 21v-7a8 8 0 0 1 16 0v7" fill="none" stroke={line} strokeWidth="2.5" />
      <path d="M5.5 22.5h21" stroke="var(--color-yellow-300)" strokeWidth="3" strokeLinecap="round" />
      <path d="M16 6.5V21M8.4 14h15.2" stroke={line} strokeWidth="2" />
    </svg>
  )
}
