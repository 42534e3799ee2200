import { ArgsType, type ClassType, Field, Int, ObjectType } from 'type-graphql'
import { type CursorValue, decodeCursor, encodeCursor } from '../kernel/cursor.ts'
import { graphError } from './errors.ts'

@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 20, description: '件数(1〜100)。\nHow many, 1 to 100.' }) first!: number
  @Field(() => String, { nullable: true, description: 'この続きから。\nCursor of the last row known.' }) after?: string | null
}

@ObjectType({ description: 'つづきの有無。\nWhether more follows.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'つづきがある。\nMore follows.', simple: true }) hasNextPage!: boolean
  @Field(() => String, { nullable: true, description: '最後の行の位置。\nCursor of the last row.', simple: true }) endCursor!: string | null
}

export interface Page<Row> {
  nodes: Row[]
  edges: { cursor: string; node: Row }[]
  pageInfo: PageInfo
  totalCount: number
}

/** Checked paging arguments; anything else is BAD_USER_INPUT. */
export function readPage(
  { first, after }: { first: number; after?: string | null },
  cursorLength: number,
): { first: number; after: CursorValue[] | null } {
  if (first < 1 || first > 100) throw graphError('BAD_USER_INPUT', 'first は1から100までです。')
  if (after === undefined || after === null) return { first, after: null }
  const values = decodeCursor(after, cursorLength)
  if (!values) throw graphError('BAD_USER_INPUT', 'after は、前の答えの endCursor を使ってください。')
  return { first, after: values }
}

/** `rows` holds one more than `first` when more follows. */
export function pageOf<Row>(
  rows: readonly Row[],
  first: number,
  cursorOf: (row: Row) => readonly CursorValue[],
  totalCount: number,
): Page<Row> {
  const nodes = rows.slice(0, first)
  const edges = nodes.map((node) => ({ cursor: encodeCursor(cursorOf(node)), node }))
  return { nodes, edges, pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null }, totalCount }
}

/** Relay connection of a type, with the `nodes` shortcut. Extend it for facets. */
export function connectionOf<T extends object>(name: string, node: () => ClassType<T>) {
  @ObjectType(`${name}Edge`, { description: '一行と、その位置。\nA row and its cursor.' })
  class Edge {
    @Field(() => String, { description: '位置。\nCursor.', simple: true }) cursor!: string
    @Field(node, { description: '行。\nThe row.', simple: true }) node!: T
  }
  @ObjectType(`${name}Connection`, { description: '一覧の一部。\nOne page of a list.' })
  class Connection {
    @Field(() => [node()], { description: '行。\nRows.', simple: true }) nodes!: T[]
    @Field(() => [Edge], { description: '行と位置。\nRows with cursors.', simple: true }) edges!: Edge[]
    @Field(() => PageInfo, { description: 'つづきの有無。\nWhether more follows.', simple: true }) pageInfo!: PageInfo
    @Field(() => Int, { description: 'ぜんぶの件数。\nTotal.', simple: true }) totalCount!: number
  }
  return Connection
}
