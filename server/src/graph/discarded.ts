import { Field, ID, ObjectType } from 'type-graphql'

@ObjectType({ description: '消したもの。\nWhat was discarded.' })
export class Discarded {
  @Field(() => ID, { description: '消したものの id。\nId of what was discarded.', simple: true }) id!: string
}
