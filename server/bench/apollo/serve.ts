import 'reflect-metadata'
import { createServer, type IncomingMessage } from 'node:http'
import { ApolloServer } from '@apollo/server'
import { startStandaloneServer } from '@apollo/server/standalone'
import { createPubSub } from '@graphql-yoga/subscription'
import { useServer } from 'graphql-ws/use/ws'
import { buildSchema } from 'type-graphql'
import { WebSocketServer } from 'ws'
import { readCookies } from '../../src/app/cookies.ts'
import { findSession } from '../../src/app/find-session.ts'
import { Clock } from '../../src/platform/clock.ts'
import { connect } from '../../src/platform/db/connect.ts'
import { SESSION_COOKIE } from '../seats.ts'
import { listening, subject } from '../subject.ts'
import { contextOf, type NaiveContext } from './context.ts'
import { MessagesResolver } from './messages.resolver.ts'
import { PostingSheetsResolver, PostingsResolver } from './resolvers.ts'

/** The same tables behind the defaults of Apollo Server and type-graphql; the session is looked up as the product does. */
await subject(async ({ databaseUrl, channel }) => {
  const { sql, db } = connect(databaseUrl)
  const clock = new Clock()
  const pubSub = createPubSub<{ MESSAGE: [topic: string, payload: { id: string }] }>()
  const schema = await buildSchema({ resolvers: [PostingsResolver, PostingSheetsResolver, MessagesResolver], pubSub })

  async function context(req: IncomingMessage): Promise<NaiveContext> {
    const session = await findSession({ db, clock }, readCookies(req).get(SESSION_COOKIE) ?? '')
    if (session?.viewer.kind !== 'seeker') throw new Error('nobody')
    return contextOf(db, session.viewer.seekerId, clock.today())
  }

  const apollo = new ApolloServer<NaiveContext>({ schema })
  const { url } = await startStandaloneServer(apollo, {
    listen: { port: 0, host: '127.0.0.1' },
    context: ({ req }) => context(req),
  })

  const sockets = createServer()
  useServer({ schema, context: ({ extra }) => context(extra.request) }, new WebSocketServer({ server: sockets }))
  await sql.listen(channel, (payload) => {
    for (const [topic, id] of JSON.parse(payload) as [string, string][]) pubSub.publish('MESSAGE', topic.slice('thread:'.length), { id })
  })
  return { http: url, ws: (await listening(sockets)).ws }
})
