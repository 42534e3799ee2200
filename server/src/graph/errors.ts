import { GraphQLError } from 'graphql'

/** The only codes of top-level errors (DESIGN 4). Everything else is a Refusal in the schema. */
export const ERROR_CODES = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'BAD_USER_INPUT',
  'RATE_LIMITED',
  'TOO_EXPENSIVE',
  'MAINTENANCE',
  'OVERLOADED',
  'INTERNAL',
] as const
export type ErrorCode = (typeof ERROR_CODES)[number]

const TEXTS: Record<ErrorCode, string> = {
  UNAUTHENTICATED: 'ログインすると使えます。',
  FORBIDDEN: 'この操作は、いまの役割では使えません。',
  BAD_USER_INPUT: '問い合わせの形を直してください。',
  RATE_LIMITED: '少し時間をおいてから、もう一度ためしてください。',
  TOO_EXPENSIVE: '問い合わせが大きすぎます。分けて送ってください。',
  MAINTENANCE: 'ただいま保守のため使えません。',
  OVERLOADED: '混みあっています。少し時間をおいてください。',
  INTERNAL: '処理できませんでした。もう一度ためしてください。',
}

export const graphError = (code: ErrorCode, message = TEXTS[code], more: Record<string, unknown> = {}) =>
  new GraphQLError(message, { extensions: { ...more, code } })
