import { useSuspenseQuery } from '@apollo/client/react'
import { CircleAlert, ClipboardList, IdCard, MessageSquare } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { SeekerApplicationCard, SeekerApplicationCard_application } from '../../features/applications/seeker-application-card.tsx'
import { NewestThreads, NewestThreads_thread } from '../../features/messages/newest-threads.tsx'
import { SeekerRegistrationCard, SeekerRegistrationCard_seeker } from '../../features/seekers/seeker-registration-card.tsx'
import { graphql, type ResultOf } from '../../graph/graphql.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Countdown, countdownLevel } from '../../ui/countdown.tsx'
import { Empty } from '../../ui/empty.tsx'
import { formatShort } from '../../ui/format.ts'
import { Link } from '../../ui/link.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useNow } from '../../ui/server-clock.tsx'
import { type TodoItem, TodoList } from '../../ui/todo-list.tsx'

const SeekerHomePage = graphql(
  `
    query SeekerHomePage {
      viewer {
        seeker {
          id
          status
          isValid
          name
          validUntil
          ...SeekerRegistrationCard_seeker
        }
      }
      seekerApplications(finished: false, first: 20) {
        totalCount
        nodes {
          id
          isOverdue
          answerUntil
          employerName
          sheet {
            id
            title
          }
          ...SeekerApplicationCard_application
        }
      }
      threads(first: 3) {
        nodes {
          id
          ...NewestThreads_thread
        }
      }
      unread: threads(unreadOnly: true, first: 20) {
        nodes {
          id
          counterpart
          subject
          lastMessageAt
          unreadCount
        }
      }
    }
  `,
  [SeekerRegistrationCard_seeker, SeekerApplicationCard_application, NewestThreads_thread],
)
type Home = ResultOf<typeof SeekerHomePage>
const SHOWN = 2

/** What waits for the person, the most pressing first: what is overdue, what ends, what is unread. */
function useTodos({ viewer, seekerApplications, unread }: Home): TodoItem[] {
  const { t } = useTranslation('seeker')
  const now = useNow()
  const { seeker } = viewer
  const todos: TodoItem[] = []
  if (seeker?.status === 'DRAFT')
    todos.push({
      key: 'registration',
      icon: IdCard,
      title: t('home.todos.registration'),
      about: t('home.todos.registrationAbout'),
      action: { label: t('home.todos.registrationAct'), to: '/me/registration' },
    })
  else if (seeker && !seeker.isValid)
    todos.push({
      key: 'invalid',
      icon: IdCard,
      title: t('home.todos.invalid'),
      about: t('home.todos.endingAbout'),
      action: { label: t('home.todos.invalidAct'), to: '/me/registration' },
    })
  for (const application of seekerApplications.nodes.filter((one) => one.isOverdue))
    todos.push({
      key: application.id,
      icon: CircleAlert,
      title: t('home.todos.overdue'),
      about: `${application.sheet.title}\u00a0・ ${application.employerName}`,
      due: <Countdown until={application.answerUntil} owed withDate />,
      action: { label: t('home.todos.overdueAct'), to: `/me/applications/${application.id}` },
    })
  if (seeker?.isValid && seeker.validUntil !== null && countdownLevel(seeker.validUntil, now) !== 'quiet')
    todos.push({
      key: 'ending',
      icon: IdCard,
      title: t('home.todos.ending'),
      about: t('home.todos.endingAbout'),
      due: <Countdown until={seeker.validUntil} label={t('home.todos.endingDue')} withDate loses />,
      action: { label: t('home.todos.endingAct'), to: '/me/registration' },
    })
  for (const thread of unread.nodes.filter((one) => one.unreadCount > 0))
    todos.push({
      key: thread.id,
      icon: MessageSquare,
      title: t('home.todos.unread'),
      about: `${thread.counterpart}\u00a0・ ${thread.subject}\u00a0・ ${formatShort(thread.lastMessageAt, now)}`,
      action: { label: t('home.todos.unreadAct'), to: `/me/messages/${thread.id}` },
    })
  return todos
}

/** ホーム of a seeker: what waits, how far applications are, and the registration (PAGES 2.5). */
export function Page() {
  const { t } = useTranslation('seeker')
  const { data } = useSuspenseQuery(SeekerHomePage, { fetchPolicy: 'cache-and-network' })
  const todos = useTodos(data)
  const { seeker } = data.viewer
  const name = (seeker?.name ?? '').split(/[\s ]/u)[0] ?? ''
  const { nodes, totalCount } = data.seekerApplications
  const heading = () => {
    if (todos.length === 0) return name === '' ? t('home.nothingAlone') : t('home.nothing', { name })
    return name === '' ? t('home.toDoAlone', { count: todos.length }) : t('home.toDo', { name, count: todos.length })
  }
  return (
    <>
      <PageTitle title={t('home.document')}>{heading()}</PageTitle>
      <div className="mt-4 grid gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 content-start gap-6">
          {todos.length > 0 && <TodoList items={todos} />}
          <section aria-labelledby="applications">
            <div className="card-h">
              <h2 id="applications">{t('home.applications')}</h2>
              {nodes.length > 0 && (
                <Link to="/me/activity">{totalCount > SHOWN ? t('home.all', { count: totalCount }) : t('home.seeAll')}</Link>
              )}
            </div>
            {nodes.length === 0 ? (
              <Card label={t('home.applications')}>
                <Empty
                  icon={ClipboardList}
                  level={3}
                  title={t('home.none')}
                  action={
                    <LinkButton to="/jobs" variant={todos.length === 0 ? 'primary' : 'secondary'}>
                      {t('home.search')}
                    </LinkButton>
                  }
                >
                  {t('home.noneNext')}
                </Empty>
              </Card>
            ) : (
              <div className="grid gap-3">
                {nodes.slice(0, SHOWN).map((application) => (
                  <SeekerApplicationCard key={application.id} application={application} />
                ))}
              </div>
            )}
          </section>
        </div>
        <aside className="grid min-w-0 content-start gap-4" aria-label={t('home.aside')}>
          {seeker && <SeekerRegistrationCard seeker={seeker} />}
          <Card
            title={t('home.messages')}
            aside={data.threads.nodes.length > 0 ? <Link to="/me/messages">{t('home.allMessages')}</Link> : undefined}
          >
            {data.threads.nodes.length === 0 ? (
              <p className="small sub">{t('home.noMessages')}</p>
            ) : (
              <NewestThreads threads={data.threads.nodes.slice(0, 3)} base="/me/messages" />
            )}
          </Card>
        </aside>
      </div>
    </>
  )
}
