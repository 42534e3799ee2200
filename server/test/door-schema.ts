import { GraphQLBoolean, GraphQLInt, GraphQLList, GraphQLNonNull, GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql'
import { sql } from 'drizzle-orm'
import { graphError } from '../src/graph/errors.ts'
import type { Context } from '../src/graph/context.ts'

const text = new GraphQLNonNull(GraphQLString)

/** A graph whose only purpose is to be knocked at: it counts what ran, and it fails on purpose. */
export function doorSchema() {
  const ran: string[] = []
  const Thing: GraphQLObjectType = new GraphQLObjectType({
    name: 'Thing',
    fields: () => ({
      name: { type: text, resolve: () => 'もの' },
      thing: { type: Thing, resolve: () => ({}) },
      things: { type: new GraphQLList(Thing), resolve: () => [{}] },
    }),
  })
  const ThingConnection = new GraphQLObjectType({
    name: 'ThingConnection',
    fields: { nodes: { type: new GraphQLList(Thing), resolve: () => [{}] } },
  })
  const touch = (name: string) => {
    ran.push(name)
  }
  const query = new GraphQLObjectType<unknown, Context>({
    name: 'Query',
    fields: {
      hello: { type: text, resolve: () => (touch('hello'), 'こんにちは') },
      who: { type: text, resolve: (_r, _a, ctx) => ctx.viewer.kind },
      idleUntil: { type: GraphQLString, resolve: (_r, _a, ctx) => ctx.session.idleUntil?.toISOString() ?? null },
      actor: { type: text, resolve: (_r, _a, ctx) => ctx.actor.id },
      thing: { type: Thing, resolve: () => (touch('thing'), {}) },
      page: {
        type: ThingConnection,
        args: { first: { type: GraphQLInt, defaultValue: 20 } },
        resolve: async (_r, _a, ctx) => {
          touch('page')
          await ctx.db.execute(sql`select 1`)
          return {}
        },
      },
      echo: {
        type: GraphQLInt,
        args: { ids: { type: new GraphQLList(text) } },
        resolve: (_r, { ids }: { ids?: string[] }) => ids?.length ?? 0,
      },
      some: {
        type: new GraphQLList(Thing),
        args: { ids: { type: new GraphQLList(text) } },
        resolve: (_r, { ids }: { ids: string[] }) => ids.map(() => ({})),
      },
      boom: {
        type: text,
        resolve: () => {
          throw new Error('connect failed: postgres://u:p@h/secret at /srv/app/db.ts')
        },
      },
      boomSql: { type: text, resolve: (_r, _a, ctx) => ctx.db.execute(sql`select * from nowhere_at_all where name = ${'秘密'}`) as never },
      closed: {
        type: text,
        resolve: () => {
          throw graphError('FORBIDDEN')
        },
      },
      nothing: { type: text, resolve: () => null },
    },
  })
  const mutation = new GraphQLObjectType<unknown, Context>({
    name: 'Mutation',
    fields: {
      change: { type: text, resolve: () => (touch('change'), '変えました') },
      enter: {
        type: GraphQLBoolean,
        args: { token: { type: text } },
        resolve: (_r, { token }: { token: string }, ctx) => {
          ctx.session.setCookie(token, new Date(ctx.now().getTime() + 3_600_000))
          return true
        },
      },
      leave: { type: GraphQLBoolean, resolve: (_r, _a, ctx) => (ctx.session.clearCookie(), true) },
    },
  })
  const subscription = new GraphQLObjectType<unknown, Context>({
    name: 'Subscription',
    fields: {
      news: {
        type: text,
        args: { topic: { type: text }, size: { type: GraphQLInt, defaultValue: 1 } },
        resolve: (event: unknown) => event,
        subscribe(_r, { topic, size }: { topic: string; size: number }, ctx) {
          const watch = ctx.live.watch(topic)
          return {
            async next() {
              return (await watch.next()) ? { value: '知らせ'.repeat(size), done: false } : { value: undefined, done: true }
            },
            async return() {
              watch.close()
              return { value: undefined, done: true }
            },
            [Symbol.asyncIterator]() {
              return this
            },
          } as AsyncIterableIterator<string>
        },
      },
      staffNews: {
        type: text,
        extensions: { audience: ['counter'] },
        resolve: (event: unknown) => event,
        subscribe: async function* () {
          yield '職員への知らせ'
        },
      },
      loud: {
        type: text,
        resolve: () => {
          throw new Error('postgres://u:p@h')
        },
        subscribe: async function* () {
          yield 1
        },
      },
    },
  })
  return { schema: new GraphQLSchema({ query, mutation, subscription }), ran }
}
