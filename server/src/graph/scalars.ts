import { GraphQLError, GraphQLScalarType, Kind, valueFromASTUntyped } from 'graphql'
import { isDate } from '../kernel/calendar.ts'
import type { RawStep } from '../kernel/form.ts'

function readDay(value: unknown): string {
  if (typeof value === 'string' && isDate(value)) return value
  throw new GraphQLError('Day は YYYY-MM-DD の形で書いてください。')
}

export const DayScalar = new GraphQLScalarType<string, string>({
  name: 'Day',
  description: '日本の日付(YYYY-MM-DD)。\nA day in Japan, YYYY-MM-DD.',
  serialize: (value) => String(value),
  parseValue: readDay,
  parseLiteral: (node) => readDay(node.kind === Kind.STRING ? node.value : null),
})

function readTimeOfDay(value: unknown): string {
  const match = typeof value === 'string' ? /^([01]?\d|2[0-3]):([0-5]\d)$|^(24):(00)$/u.exec(value.normalize('NFKC').trim()) : null
  if (!match) throw new GraphQLError('TimeOfDay は 09:00 の形で書いてください。')
  return `${(match[1] ?? match[3] ?? '').padStart(2, '0')}:${match[2] ?? match[4]}`
}

export const TimeOfDayScalar = new GraphQLScalarType<string, string>({
  name: 'TimeOfDay',
  description: '時刻(00:00〜24:00)。\nA time of day, HH:MM.',
  serialize: String,
  parseValue: readTimeOfDay,
  parseLiteral: (node) => readTimeOfDay(node.kind === Kind.STRING ? node.value : null),
})

const MAX_FIELDS = 200

function readFormData(value: unknown): RawStep {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || Object.keys(value).length > MAX_FIELDS)
    throw new GraphQLError('FormData は {項目: 値} の形で書いてください。')
  if (!Object.values(value).every(isRaw)) throw new GraphQLError('FormData の値は、文字、文字の並び、行の並びのどれかです。')
  return value as RawStep
}

const isTextOrTexts = (value: unknown) => typeof value === 'string' || (Array.isArray(value) && value.every((v) => typeof v === 'string'))

function isRaw(value: unknown): boolean {
  if (isTextOrTexts(value)) return true
  return (
    Array.isArray(value) &&
    value.length <= MAX_FIELDS &&
    value.every((row) => typeof row === 'object' && row !== null && !Array.isArray(row) && Object.values(row).every(isTextOrTexts))
  )
}

export const FormDataScalar = new GraphQLScalarType<RawStep, unknown>({
  name: 'FormData',
  description: '書かれたままの一段: {項目: 文字 | 文字の並び | 行の並び}。\nOne step of a form exactly as typed.',
  serialize: (value) => value,
  parseValue: readFormData,
  parseLiteral: (node, variables) => readFormData(valueFromASTUntyped(node, variables)),
})

function readCredential(value: unknown): object {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  throw new GraphQLError('WebAuthnJson は、ブラウザーの PublicKeyCredential.toJSON() の形で書いてください。')
}

export const WebAuthnJsonScalar = new GraphQLScalarType<object, unknown>({
  name: 'WebAuthnJson',
  description: 'パスキーのためにブラウザーが読み書きする JSON(WebAuthn)。\nWhat browsers read and write for passkeys, as JSON of WebAuthn.',
  serialize: (value) => value,
  parseValue: readCredential,
  parseLiteral: (node, variables) => readCredential(valueFromASTUntyped(node, variables)),
})
