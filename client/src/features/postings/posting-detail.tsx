import {
  Banknote,
  Briefcase,
  CircleCheck,
  CirclePause,
  Clock,
  FileText,
  ListChecks,
  Lock,
  type LucideIcon,
  MonitorCheck,
  ShieldCheck,
  StickyNote,
} from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type FragmentOf, graphql, readFragment } from '../../graph/graphql.ts'
import { Badge } from '../../ui/badge.tsx'
import { Card } from '../../ui/card.tsx'
import { Dl } from '../../ui/facts.tsx'
import { formatDay } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useNow } from '../../ui/server-clock.tsx'
import { TabLinks } from '../../ui/tabs.tsx'
import { PostingEstablishment, PostingEstablishment_posting } from './posting-establishment.tsx'
import { PostingFacts, PostingFacts_sheet } from './posting-facts.tsx'
import { PostingWageTable, PostingWageTable_sheet } from './posting-wage-table.tsx'

export const PostingDetail_posting = graphql(
  `
    fragment PostingDetail_posting on Posting {
      id
      postingNumber
      title
      isNew
      isOpen
      applicationsPaused
      identity
      acceptedOn
      office {
        id
        name
      }
      employer {
        id
        name
      }
      establishment {
        industry
        employeesHere
      }
      sheet {
        id
        duties
        employmentTypeText
        selfApplication
        sections {
          key
          title
          rows {
            key
            label
            value
          }
        }
        ...PostingFacts_sheet
        ...PostingWageTable_sheet
      }
      ...PostingEstablishment_posting
    }
  `,
  [PostingFacts_sheet, PostingWageTable_sheet, PostingEstablishment_posting],
)

const ICONS: Record<string, LucideIcon> = {
  kind: FileText,
  work: Briefcase,
  wage: Banknote,
  hours: Clock,
  insurance: ShieldCheck,
  selection: ListChecks,
  remarks: StickyNote,
}
const TABS = ['work', 'wage', 'hours', 'insurance', 'selection', 'establishment'] as const

interface PostingDetailProps {
  posting: FragmentOf<typeof PostingDetail_posting>
  visitor: boolean
  back: string
}

/** The whole posting as its sheet tells it, without what is not this person's to see. */
export function PostingDetail({ posting: given, visitor, back }: PostingDetailProps) {
  const posting = readFragment(PostingDetail_posting, given)
  const { t } = useTranslation('public')
  const now = useNow()
  const { sheet, employer, establishment } = posting
  const workTime = sheet?.sections.flatMap(({ rows }) => rows).find(({ key }) => key === 'workTime')?.value
  return (
    <>
      <div className="card">
        <div className="flex flex-wrap gap-2">
          {posting.isNew && <Badge kind="new">{t('posting.new')}</Badge>}
          {workTime && <Badge>{workTime}</Badge>}
          {sheet && <Badge>{sheet.employmentTypeText}</Badge>}
          {sheet &&
            (sheet.selfApplication ? (
              <Badge kind="key" icon={MonitorCheck}>
                {t('posting.selfApplication')}
              </Badge>
            ) : (
              <Badge kind="quiet">{t('posting.counterOnly')}</Badge>
            ))}
          {!posting.isOpen ? (
            <Badge kind="quiet" icon={Lock}>
              {t('posting.ended')}
            </Badge>
          ) : posting.applicationsPaused ? (
            <Badge kind="warn" icon={CirclePause}>
              {t('posting.paused')}
            </Badge>
          ) : (
            <Badge kind="ok" icon={CircleCheck}>
              {t('posting.open')}
            </Badge>
          )}
        </div>
        <PageTitle className="mt-3">{posting.title}</PageTitle>
        {employer ? (
          <p className="mt-1">
            <Jump to="establishment">{employer.name}</Jump>
            {establishment && (
              <span className="sub inline-block">
                {establishment.employeesHere === null
                  ? t('posting.inIndustry', { industry: establishment.industry })
                  : t('posting.inIndustryWith', { industry: establishment.industry, count: establishment.employeesHere })}
              </span>
            )}
          </p>
        ) : (
          <p className="mt-2 inline-flex items-start gap-2 rounded-8 bg-sunken px-3 py-2">
            <Icon of={Lock} />
            <span>{t(posting.identity === 'AT_COUNTER' ? 'posting.onceAtCounter' : 'posting.onceForSeekers')}</span>
          </p>
        )}
        <p className="small mute bits num mt-2">
          {[
            posting.postingNumber && t('posting.number', { number: posting.postingNumber }),
            posting.acceptedOn && t('posting.accepted', { day: formatDay(posting.acceptedOn, now, { weekday: false }) }),
            posting.office.name,
          ]
            .filter(Boolean)
            .join(t('posting.dot'))}
        </p>
        {sheet && <PostingFacts sheet={sheet} large className="mt-4 border-t border-line pt-4" />}
      </div>
      <LocalTabs />
      {sheet?.sections.map(({ key, title, rows }) => (
        <Card key={key} id={key} className="mt-4 scroll-mt-20" title={title} icon={ICONS[key]}>
          {key === 'work' && <p className="whitespace-pre-line">{sheet.duties}</p>}
          {key === 'wage' && <PostingWageTable sheet={sheet} />}
          <Dl
            className={key === 'wage' ? 'mt-2' : ''}
            rows={rows
              .filter((row) => !SHOWN_ELSEWHERE.test(`${key}.${row.key}`))
              .map((row) => ({ key: row.key, term: row.label, value: <span className="whitespace-pre-line">{row.value}</span> }))}
          />
        </Card>
      ))}
      <PostingEstablishment posting={posting} visitor={visitor} back={back} />
    </>
  )
}

/** The heading, the duties and the wage table say these already. */
const SHOWN_ELSEWHERE = /^(?:work\.(?:title|duties)|wage\.(?:wageLine\d+|fixedOvertime))$/u

function leadTo(id: string) {
  const section = document.getElementById(id)
  if (!section) return
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  section.scrollIntoView({ behavior: still ? 'auto' : 'smooth' })
  const heading = section.querySelector<HTMLElement>('h2')
  if (!heading) return
  heading.tabIndex = -1
  heading.focus({ preventScroll: true })
}

function Jump(props: { to: string; children: string }) {
  return (
    <a
      href={`#${props.to}`}
      onClick={(event) => {
        event.preventDefault()
        leadTo(props.to)
      }}
    >
      {props.children}
    </a>
  )
}

/** Milliseconds after which a smooth way through the page has ended. */
const SETTLED = 700

/** Parts of the page; the one being read is marked. */
function LocalTabs() {
  const { t } = useTranslation('public')
  const [current, setCurrent] = useState<string>(TABS[0])
  // A part led to stays marked while it is in view, also where the page is too short to bring it to the top.
  const ledTo = useRef<string>(undefined)
  useEffect(() => {
    if (typeof IntersectionObserver === 'undefined') return
    const seen = new Set<string>()
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries)
          if (isIntersecting) seen.add(target.id)
          else seen.delete(target.id)
        if (ledTo.current !== undefined && !seen.has(ledTo.current)) ledTo.current = undefined
        const first = ledTo.current ?? TABS.find((id) => seen.has(id))
        if (first) setCurrent(first)
      },
      { rootMargin: '-80px 0px -55% 0px' },
    )
    for (const id of TABS) {
      const section = document.getElementById(id)
      if (section) observer.observe(section)
    }
    return () => observer.disconnect()
  }, [])
  const press = (id: string) => {
    leadTo(id)
    setCurrent(id)
    setTimeout(() => (ledTo.current = id), SETTLED)
  }
  return (
    <div className="sticky top-0 z-10 mt-4 bg-canvas">
      <TabLinks
        label={t('posting.parts')}
        items={TABS.map((id) => ({ label: t(`posting.part.${id}`), current: id === current, onPress: () => press(id) }))}
      />
    </div>
  )
}
