import { useParams } from '@tanstack/react-router'
import { useUploads } from '../../features/files/use-uploads.ts'
import { MessagesView } from '../../features/messages/messages-view.tsx'

/** メッセージ of an establishment (PAGES 2.6). */
export function Page() {
  const { threadId } = useParams({ strict: false })
  return <MessagesView threadId={threadId} base="/employer/messages" applications="/employer/applications" useFiles={useUploads} />
}
