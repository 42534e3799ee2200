import { groupLoaderOf, loaderOf } from '../../graph/loader.ts'
import {
  filesOfMessages,
  lastMessages,
  messagesOfPieces,
  partiesOfThreads,
  readMarks,
  threadsByIds,
  unreadCounts,
} from './messages.queries.ts'

/** For rows that lead to their thread: the caller has looked at the right. */
export const threadLoader = loaderOf(threadsByIds, (row) => row.id)
export const threadPartiesLoader = groupLoaderOf(partiesOfThreads, (row) => row.threadId)
export const readMarksLoader = groupLoaderOf(readMarks, (row) => row.threadId)
export const unreadLoader = loaderOf(unreadCounts, (row) => row.threadId)
export const lastMessageLoader = loaderOf(lastMessages, (row) => row.threadId)
export const messageFilesLoader = groupLoaderOf(filesOfMessages, (row) => row.messageId)
export const pieceLoader = groupLoaderOf(messagesOfPieces, (row) => row.piece)
