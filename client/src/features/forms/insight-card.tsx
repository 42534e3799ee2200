import { CircleAlert, CircleCheck, type LucideIcon, TriangleAlert } from 'lucide-react'
import { Card } from '../../ui/card.tsx'
import { Icon } from '../../ui/icon.tsx'

interface InsightCardProps {
  insight: {
    title: string
    tone: 'OK' | 'WARN' | 'DANGER' | 'QUIET'
    lines: readonly { label: string; value: string }[]
  }
}

const TONES: Record<InsightCardProps['insight']['tone'], { className: string; icon: LucideIcon | null }> = {
  OK: { className: 'good', icon: CircleCheck },
  WARN: { className: 'wrn', icon: TriangleAlert },
  DANGER: { className: 'err', icon: CircleAlert },
  QUIET: { className: 'sub', icon: null },
}

const isFigure = (value: string) => /^[\d,.]+\D{0,4}$/u.test(value)

/** What the server worked out while writing: a sum line by line, or a sentence. */
export function InsightCard({ insight }: InsightCardProps) {
  const { className, icon } = TONES[insight.tone]
  const sums = insight.lines.filter((line) => isFigure(line.value))
  const words = insight.lines.filter((line) => !isFigure(line.value))
  return (
    <Card small title={insight.title}>
      {sums.length > 0 && (
        <table className="tbl mt-1" style={{ fontSize: '0.875rem' }}>
          <caption className="sr">{insight.title}</caption>
          <tbody>
            {sums.map((line, index) => (
              <tr key={index}>
                <th scope="row" className="pl-0!">
                  {line.label}
                </th>
                <td className="r pr-0!">{line.value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {words.map((line, index) => (
        <p key={index} className={`${index === 0 ? className : 'sub'} mt-2`}>
          {index === 0 && icon && <Icon of={icon} size="s" />}
          <span>
            <span className="b block">{line.label}</span>
            {/^\d/u.test(line.value) ? <b className="num text-[1.125rem] text-ink">{line.value}</b> : line.value}
          </span>
        </p>
      ))}
    </Card>
  )
}
