import { useMemo } from 'react'
import { encode } from 'uqr'

/** 2次元コード: black squares on white, whatever the page around it. */
export function TwoDimensionalCode(props: { text: string; label: string }) {
  const { path, size } = useMemo(() => {
    const { data, size: side } = encode(props.text, { ecc: 'M', border: 4 })
    const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    return { path: squares.join(''), size: side }
  }, [props.text])
  return (
    <svg role="img" aria-label={props.label} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges" className="code-2d">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
