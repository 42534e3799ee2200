import { customType, date, timestamp } from 'drizzle-orm/pg-core'
import { v7 } from 'uuid'
import { type Id, type IdKind, idOfUuid, uuidOfId } from '../../kernel/ids.ts'

/** A uuid in the database, a prefixed id everywhere else; made in the application (uuid v7). */
const uuidOf = <K extends IdKind>(kind: K) =>
  customType<{ data: Id<K>; driverData: string }>({
    dataType: () => 'uuid',
    toDriver: (id) => uuidOfId(kind, id),
    fromDriver: (uuid) => idOfUuid(kind, uuid),
  })

export const newId = <K extends IdKind>(kind: K): Id<K> => idOfUuid(kind, v7())

/** Primary key: the application makes it, the database never does. */
export const ownId = <K extends IdKind>(kind: K) =>
  uuidOf(kind)()
    .primaryKey()
    .$defaultFn(() => newId(kind))

/** A column that names a row of another kind. */
export const idOf = <K extends IdKind>(kind: K) => uuidOf(kind)()

/** An instant, to the millisecond that JavaScript can hold. */
export const moment = () => timestamp({ withTimezone: true, precision: 3, mode: 'date' })

/** A day in Japan. */
export const day = () => date({ mode: 'string' })
