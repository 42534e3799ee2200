import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { publishEnum } from '../../graph/enums.ts'
import { Discarded } from '../../graph/discarded.ts'
import { Expose } from '../../graph/expose.ts'
import { Node } from '../../graph/node.ts'
import { resultOf } from '../../graph/result.ts'
import { attachments, attachmentState, type AttachmentRow as Row } from './files.table.ts'

publishEnum(attachmentState, 'AttachmentState', 'ファイルのようす。\nState of a file.', {
  UPLOADING: '送信中。Bytes are awaited.',
  CHECKING: '検査中。Waits for its check.',
  READY: '使える。Can be sent and read.',
  REFUSED: '使えない。Refused by the check.',
  ERASED: '消去ずみ。Erased.',
})

@ObjectType({ implements: Node, description: 'ファイル。名前と、検査のようす。\nA file with the outcome of its check.' })
export class Attachment extends Node {
  @Expose(attachments.id, 'id。') declare id: Row['id']
  @Expose(attachments.name, '渡されたままの名前。\nName as given.') name!: Row['name']
  @Expose(attachments.size, '大きさ(バイト)。\nSize in bytes.') size!: Row['size']
  @Expose(attachments.mediaType, '種類。\nMedia type.') mediaType!: Row['mediaType']
  @Expose(attachments.state, 'ようす。\nState.') state!: Row['state']
}

/** A place for bytes; the token is told once and kept only as a hash. */
export interface UploadPlace {
  id: string
  attachment: Row
  token: string
}

@ObjectType({ description: 'ファイルの送り先。\nWhere the bytes go.' })
export class Upload {
  @Field(() => ID, { description: 'ファイルの id。\nId of the attachment.', simple: true }) id!: string
  @Field(() => Attachment, { description: 'ファイル。\nThe attachment.', simple: true }) attachment!: Row
}

@InputType({ description: 'これから送るファイル。\nA file about to be sent.' })
export class CreateUploadInput {
  @Field(() => String, { description: 'くり返しても一度だけになる番号。\nIdempotency key.' }) key!: string
  @Field(() => String, { description: 'ファイルの名前。\nFile name.' }) name!: string
  @Field(() => Int, { description: '大きさ(バイト)。\nSize in bytes.' }) size!: number
}

export const CreateUploadResult = resultOf('CreateUpload', () => Upload, 'Upload')
export const CompleteUploadResult = resultOf('CompleteUpload', () => Attachment, 'Attachment')
export const DiscardUploadResult = resultOf('DiscardUpload', () => Discarded, 'Discarded')
