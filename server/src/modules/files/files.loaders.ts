import { loaderOf } from '../../graph/loader.ts'
import { attachmentsByIds } from './files.queries.ts'

export const attachmentLoader = loaderOf(attachmentsByIds, (row) => row.id)
