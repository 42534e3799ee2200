import type { GetColumnData } from 'drizzle-orm'
import { getTableConfig, type PgColumn, type PgEnumColumn } from 'drizzle-orm/pg-core'
import { Field, Float, ID, Int } from 'type-graphql'
import { enumOf } from './enums.ts'
import { DayScalar } from './scalars.ts'

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false

/**
 * Publishes one table column as one GraphQL field. Type and nullability come from the column,
 * so table and graph cannot disagree; a column without this line stays private.
 */
export function Expose<C extends PgColumn>(column: C, description: string) {
  return <T extends object, K extends keyof T & string>(
    target: T,
    key: K extends C['_']['name'] ? (Same<T[K], GetColumnData<C>> extends true ? K : never) : never,
  ): void => Field(() => typeOf(column), { nullable: !column.notNull, description, simple: true })(target, key)
}

function typeOf(column: PgColumn): never {
  return ('baseColumn' in column ? [scalarOf(column.baseColumn as PgColumn)] : scalarOf(column)) as never
}

function scalarOf(column: PgColumn) {
  if (column.getSQLType() === 'uuid' || isForeignKey(column)) return ID
  if (column.enumValues) return enumOf((column as PgEnumColumn<never>).enum)
  switch (column.getSQLType().split('(')[0]?.trim()) {
    case 'text':
      return String
    case 'boolean':
      return Boolean
    case 'integer':
    case 'smallint':
    case 'bigint':
      return Int
    case 'double precision':
      return Float
    case 'date':
      return DayScalar
    case 'timestamp':
      return Date
    default:
      throw new Error(`no scalar for column ${column.name} (${column.getSQLType()})`)
  }
}

const isForeignKey = (column: PgColumn): boolean =>
  getTableConfig(column.table).foreignKeys.some((fk) => fk.reference().columns.includes(column))
