import { Field, ID, ObjectType } from 'type-graphql'
import { connectionOf } from '../graph/page.ts'
import type { AuditRecordRow } from '../platform/db/platform.table.ts'

@ObjectType({ description: '記録: だれが、いつ、何をしたか。値は残しません。\nWho did or looked at what; never values.' })
class AuditRecord {
  @Field(() => ID, { description: 'id。\nId.', simple: true }) id!: AuditRecordRow['id']
  @Field(() => Date, { description: '時。\nWhen.', simple: true }) at!: Date
  @Field(() => String, { description: 'した人の id。\nId of who did it.', simple: true }) actor!: string
  @Field(() => String, { description: 'した人の種類。\nKind of actor.', simple: true }) actorKind!: string
  @Field(() => String, { description: 'したこと。\nWhat was done.', simple: true }) action!: string
  @Field(() => String, { description: 'したもの。\nId of what it was done to.', simple: true }) object!: string
  @Field(() => [String], { description: '項目の名前。\nNames of fields.', simple: true }) fields!: string[]
  @Field(() => String, { nullable: true, description: '目的。\nPurpose.', simple: true }) purpose!: string | null
}

@ObjectType('AuditRecordConnection', { description: '記録の一覧。\nOne page of the audit trail.' })
export class AuditRecordConnection extends connectionOf('AuditRecord', () => AuditRecord) {}
