import { Field, ID, InterfaceType } from 'type-graphql'
import { nameTypeOf, typeOfNode } from './abstract-types.ts'

@InterfaceType('Node', { description: 'id をもつもの。`node(id)` で読めます。\nAnything with an id.', autoRegisterImplementations: true })
export abstract class Node {
  @Field(() => ID, { description: '種類を示す三文字と下線で始まる id。\nPrefixed id.', simple: true })
  id!: string
}
nameTypeOf('Node', typeOfNode)
