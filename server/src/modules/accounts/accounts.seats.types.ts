import { Field, InputType } from 'type-graphql'
import { resultOf } from '../../graph/result.ts'
import { ViewerType } from './accounts.types.ts'

@InputType({ description: '招待を受ける。\nTakes an invitation.' })
export class AcceptInvitationInput {
  @Field(() => String, { description: '招待が届いたメールアドレス。\nThe address invited.' }) email!: string
  @Field(() => String, { description: '認証キー(全角・小文字・ハイフンも可)。\nThe key in any width.' }) authenticationKey!: string
  @Field(() => String, { description: 'いま使っているパスワード。\nThe present password.' }) password!: string
}

export const ChooseEmployerResult = resultOf('ChooseEmployer', () => ViewerType, 'Viewer')
