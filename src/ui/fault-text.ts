import type { Fault } from '../platform/contract.ts'
import { useWords } from './words.ts'

type FaultWords = ReturnType<typeof useWords>['faults']

/** Sentences for an area's own fault codes. */
export type OwnFaults = Readonly<Record<string, string | ((params: NonNullable<Fault['params']>) => string)>>

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}

function tooSmall(words: FaultWords, value: unknown, limit: string): string {
  if (Array.isArray(value)) return words.tooFew(limit)
  return typeof value === 'string' ? words.tooShort(limit) : words.tooSmall(limit)
}

function tooBig(words: FaultWords, value: unknown, limit: string): string {
  if (Array.isArray(value)) return words.tooMany(limit)
  return typeof value === 'string' ? words.tooLong(limit) : words.tooBig(limit)
}

function typeText(words: FaultWords, expected: unknown): string {
  if (expected === 'int') return words.notWhole
  return expected === 'number' ? words.notNumber : words.wrong
}

function formatText(words: FaultWords, format: unknown): string {
  if (format === 'email') return words.notEmail
  if (format === 'date') return words.notDate
  return format === 'safeint' ? words.notWhole : words.format
}

/** Cause and remedy for a fault of one field, from the code of the schema and the value that stands there. */
export function faultText(words: FaultWords, fault: Fault, value: unknown, own: OwnFaults = {}): string {
  const params = fault.params ?? {}
  const ownText = own[fault.code]
  if (ownText !== undefined) return typeof ownText === 'string' ? ownText : ownText(params)
  if (isEmpty(value)) return words.missing
  if (fault.code === 'too_small') return tooSmall(words, value, String(params['minimum'] ?? ''))
  if (fault.code === 'too_big') return tooBig(words, value, String(params['maximum'] ?? ''))
  if (fault.code === 'invalid_type') return typeText(words, params['expected'])
  if (fault.code === 'invalid_format') return formatText(words, params['format'])
  if (fault.code === 'invalid_value') return words.notOption
  return words.wrong
}
