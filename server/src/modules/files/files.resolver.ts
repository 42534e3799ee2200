import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql'
import { Audience } from '../../graph/audience.ts'
import type { Context } from '../../graph/context.ts'
import { problemText } from '../../i18n/problems.ja.ts'
import { completeUpload } from './commands/complete-upload.ts'
import { createUpload } from './commands/create-upload.ts'
import { discardUpload } from './commands/discard-upload.ts'
import { megabytes } from './files.rules.ts'
import type { AttachmentRow } from './files.table.ts'
import {
  Attachment,
  CompleteUploadResult,
  CreateUploadInput,
  CreateUploadResult,
  DiscardUploadResult,
  Upload,
  type UploadPlace,
} from './files.types.ts'

@Resolver(() => Attachment)
export class FilesResolver {
  @Audience('seeker', 'registrant', 'employer.recruiter', 'counter', 'manager')
  @Mutation(() => CreateUploadResult, { description: 'ファイルの送り先を作ります。\nOpens a place to send one file to.' })
  createUpload(
    @Ctx() ctx: Context,
    @Arg('input', () => CreateUploadInput, { description: 'ファイル。\nThe file.' }) input: CreateUploadInput,
  ) {
    return createUpload(ctx, input)
  }

  @Audience('seeker', 'registrant', 'employer.recruiter', 'counter', 'manager')
  @Mutation(() => CompleteUploadResult, {
    description: '送り終えたファイルを検査します。\nChecks the content of a file that has been sent.',
  })
  completeUpload(@Ctx() ctx: Context, @Arg('id', () => ID, { description: 'ファイルの id。\nId of the file.' }) id: string) {
    return completeUpload(ctx, id)
  }

  @Audience('seeker', 'registrant', 'employer.recruiter', 'counter', 'manager')
  @Mutation(() => DiscardUploadResult, {
    description: 'まだ使っていないファイルを取り除きます。\nTakes back a file that nothing carries yet.',
  })
  discardUpload(@Ctx() ctx: Context, @Arg('id', () => ID, { description: 'ファイルの id。\nId of the file.' }) id: string) {
    return discardUpload(ctx, id)
  }

  @FieldResolver(() => String, { nullable: true, description: '使えない理由。\nWhy it was refused.' })
  problem(@Root() file: AttachmentRow, @Ctx() ctx: Context): string | null {
    if (file.problem !== 'FILE_CONTENT' && file.problem !== 'FILE_SIZE') return null
    return problemText({ code: file.problem, facts: { max: megabytes(ctx.policyOf().fileBytes) } })
  }

  @FieldResolver(() => String, { nullable: true, description: '読むところ。検査が終わったものだけ。\nWhere it can be read, once checked.' })
  url(@Root() file: AttachmentRow): string | null {
    return file.state === 'READY' ? `/files/${file.id}` : null
  }
}

@Resolver(() => Upload)
export class UploadResolver {
  @FieldResolver(() => String, { description: 'ここへ PUT します。一度だけ使えます。\nPUT the bytes here, once.' })
  url(@Root() upload: UploadPlace): string {
    return `/files/upload/${upload.id}?token=${upload.token}`
  }

  @FieldResolver(() => Int, { description: '送れる大きさ(バイト)。\nMost bytes taken.' })
  maxBytes(@Ctx() ctx: Context): number {
    return ctx.policyOf().fileBytes
  }
}
