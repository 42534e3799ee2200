import { type AnyColumn, type Param, type SQL, sql } from 'drizzle-orm'
import type { Db, DbTransaction } from './connect.ts'

type Reader = Db | DbTransaction
interface Preparable {
  prepare(name: string): { execute(values?: Record<string, unknown>): Promise<unknown> }
}
type Prepared<S extends Preparable> = ReturnType<S['prepare']>
type Rows<S extends Preparable> = Awaited<ReturnType<Prepared<S>['execute']>>

/**
 * A read that is kept ready: its text is made once for each pool, its plan once for each connection. Made anew for every request, text,
 * plan and the round trip for it cost more than the rows (DESIGN 10). A transaction makes one of its own: the pool's would leave it.
 * Every shape is a plan in every connection: they must be few.
 */
export function statement<S extends Preparable, Shape extends string | void = void>(build: (db: Reader, shape: Shape) => S) {
  const readers = new WeakMap<Reader, Map<Shape, Prepared<S>>>()
  return (db: Reader, values: Record<string, unknown>, shape: Shape): Promise<Rows<S>> => {
    const kept = readers.get(db) ?? new Map<Shape, Prepared<S>>()
    readers.set(db, kept)
    const ready = kept.get(shape) ?? (build(db, shape).prepare('kept') as Prepared<S>)
    kept.set(shape, ready)
    return ready.execute(values) as Promise<Rows<S>>
  }
}

/** A value that comes with each execution, written as the column writes it. */
export const given = (column: AnyColumn, name: string): Param => sql.param(sql.placeholder(name), column)

/** `column in (…)` in a text that does not depend on how many values there are. */
export function isOneOf(column: AnyColumn, name: string): SQL {
  const list = { mapToDriverValue: (values: unknown) => (values as unknown[]).map((value) => column.mapToDriverValue(value)) }
  return sql`${column} = any(${sql.param(sql.placeholder(name), list)}::${sql.raw(column.getSQLType())}[])`
}
