const LIT = new Set(['1,1', '3,0', '4,2', '0,3'])
const OPEN = '2,2'
const ROWS = [0, 1, 2, 3]
const COLUMNS = [0, 1, 2, 3, 4, 5]

function Window({ x, y }: { x: number; y: number }) {
  const [left, top] = [20 + x * 62, 18 + y * 78]
  const open = `${x},${y}` === OPEN
  const glass = open || LIT.has(`${x},${y}`) ? '#fff0b3' : (x % 2) ^ (y % 2) ? '#dcf0ff' : '#e8f4fd'
  return (
    <g>
      <path d={`M${left} ${top + 60}v-40a20 20 0 0 1 40 0v40z`} fill={glass} stroke="#97d3ff" strokeWidth="1.5" />
      {open ? (
        <>
          <path
            d={`M${left - 12} ${top + 60}v-38l12-6v44zM${left + 52} ${top + 60}v-38l-12-6v44z`}
            fill="#fff"
            stroke="var(--color-key-900)"
            strokeWidth="1.5"
          />
          <circle cx={left + 20} cy={top + 34} r="8" fill="var(--color-key-900)" />
          <path d={`M${left + 6} ${top + 60}a14 14 0 0 1 28 0z`} fill="var(--color-key-900)" />
        </>
      ) : (
        <path d={`M${left + 20} ${top}v60M${left} ${top + 26}h40`} stroke="#97d3ff" strokeWidth="1.5" />
      )}
      <path d={`M${left - 4} ${top + 62}h48`} stroke="#57b8ff" strokeWidth="3" strokeLinecap="round" />
    </g>
  )
}

/** A quiet front of a house: many windows, a few lit, one open. */
export function Windows() {
  return (
    <svg viewBox="0 0 392 330" aria-hidden="true" className="w-full">
      {ROWS.flatMap((y) => COLUMNS.map((x) => <Window key={`${x},${y}`} x={x} y={y} />))}
    </svg>
  )
}
