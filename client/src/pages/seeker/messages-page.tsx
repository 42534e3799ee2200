import { useParams } from '@tanstack/react-router'
import { useUploads } from '../../features/files/use-uploads.ts'
import { MessagesView } from '../../features/messages/messages-view.tsx'

/** メッセージ of a seeker (PAGES 2.6). */
export function Page() {
  const { threadId } = useParams({ strict: false })
  return <MessagesView threadId={threadId} base="/me/messages" applications="/me/applications" useFiles={useUploads} />
}
