import type { IncomingMessage, ServerResponse } from 'node:http'
import { contextOfRequest, hasCsrfHeader, isForeign, type OperationContext } from './request-context.ts'
import { sendGraphError } from './respond.ts'
import type { ServerServices } from './server-services.ts'

type HandleFiles = (services: ServerServices, req: IncomingMessage, res: ServerResponse, ctxOf: () => Promise<OperationContext>) => Promise<boolean>

const FILES = './files.ts'

/** Bytes of files travel beside the graph, with the same rights: same cookie, same origin rule. */
export function startFiles(services: ServerServices) {
  const handler = import(FILES).then(
    (module: { handleFiles: HandleFiles }) => module.handleFiles,
    () => null,
  )
  return async (req: IncomingMessage, res: ServerResponse): Promise<boolean> => {
    const handleFiles = await handler
    if (!handleFiles) return false
    const reads = req.method === 'GET' || req.method === 'HEAD'
    if (!reads && (isForeign(req, services) || !hasCsrfHeader(req))) {
      sendGraphError(res, 403, 'FORBIDDEN', 'このサイトのページから送ってください。')
      return true
    }
    return handleFiles(services, req, res, () => contextOfRequest(services, req, res))
  }
}
