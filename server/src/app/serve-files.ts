import type { IncomingMessage, ServerResponse } from 'node:http'
import { handleFiles } from './files.ts'
import { serveOwnData } from './own-data.ts'
import { contextOfRequest, hasCsrfHeader, isForeign } from './request-context.ts'
import { sendGraphError } from './respond.ts'
import type { ServerServices } from './server-services.ts'

/** Bytes of files travel beside the graph, with the same rights: same cookie, same rule against other sites. */
export async function serveFiles(services: ServerServices, req: IncomingMessage, res: ServerResponse): Promise<boolean> {
  const reads = req.method === 'GET' || req.method === 'HEAD'
  if (!reads && (isForeign(req, services) || !hasCsrfHeader(req))) {
    sendGraphError(res, 403, 'FORBIDDEN', 'このサイトのページから送ってください。')
    return true
  }
  const contextOf = () => contextOfRequest(services, req, res)
  return (await serveOwnData(req, res, contextOf)) || handleFiles(services, req, res, contextOf)
}
