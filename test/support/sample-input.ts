import { z } from 'zod'
import type { AnyContract } from '../../src/platform/contract.ts'

type Json = Record<string, unknown>

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Texts that the product's own formats ask for; the first that a schema accepts is taken. */
const texts = [
  'sample',
  '2026-11-20',
  '2026-10-01',
  '2026-11',
  '0143',
  '483',
  '1234567',
  '0000012345',
  'ﾃﾞﾓ ﾊﾅｺ',
  'デモ ハナコ',
  'デモ',
  'T7000012050002',
  'sample-key',
  '202151',
  '39',
  '長野県',
  '個',
  'someone@people.example',
  '026-000-0000',
  '399-0736',
  'a'.repeat(64),
  'a'.repeat(43),
  'A',
  'en',
  'sample text that is long enough',
  'x'.repeat(200),
]
const numbers = [1, 10, 0, 2026, 60, 100, 1_000, 50, 5]

/** What `uuid` fields are filled with, by their name: `orderId` → the id of an order. */
export type Ids = Readonly<Record<string, string>>

const nobody = '00000000-0000-7000-8000-000000000000'

const known = new WeakMap<Ids, Map<AnyContract, unknown>>()

/** An input that the schema of a contract accepts, with the given ids where a field is named so; null when none was found. */
export function sampleInput(contract: AnyContract, ids: Ids): unknown {
  const samples = known.get(ids) ?? new Map<AnyContract, unknown>()
  known.set(ids, samples)
  if (!samples.has(contract)) samples.set(contract, makeSample(contract, ids))
  return samples.get(contract)
}

/** The same without every part that may be left out: what a page asks first. */
export function leastInput(contract: AnyContract, ids: Ids): unknown {
  const sample = sampleInput(contract, ids)
  if (!isObject(sample)) return sample
  return Object.keys(sample).reduce((input, key) => {
    const { [key]: _, ...less } = input
    return contract.input.safeParse(less).success ? less : input
  }, sample)
}

function makeSample(contract: AnyContract, ids: Ids): unknown {
  const schema = z.toJSONSchema(contract.input, { target: 'draft-7', io: 'input', unrepresentable: 'any' }) as Json
  const drafted = draft(schema, schema, '', ids)
  return mend(contract, drafted)
}

function draft(root: Json, schema: Json, name: string, ids: Ids): unknown {
  if (typeof schema['$ref'] === 'string') return draft(root, pointedAt(root, schema['$ref']), name, ids)
  if ('const' in schema) return schema['const']
  if (Array.isArray(schema['enum'])) return schema['enum'][0]
  const choices = schema['anyOf'] ?? schema['oneOf']
  if (Array.isArray(choices))
    return draft(root, (choices.find((choice) => isObject(choice) && choice['type'] !== 'null') ?? choices[0]) as Json, name, ids)
  if (Array.isArray(schema['allOf'])) return draft(root, Object.assign({}, ...(schema['allOf'] as Json[])) as Json, name, ids)
  const type = Array.isArray(schema['type']) ? schema['type'][0] : schema['type']
  if (type === 'object') return draftObject(root, schema, ids)
  if (type === 'array') {
    const items = isObject(schema['items']) ? schema['items'] : {}
    if (Array.isArray(items['enum'])) return items['enum'] as unknown[]
    const count = Math.max(1, Number(schema['minItems'] ?? 1))
    return Array.from({ length: count }, () => draft(root, items, name.replace(/s$/, ''), ids))
  }
  if (type === 'integer' || type === 'number') return Math.max(Number(schema['minimum'] ?? 1), Math.min(1, Number(schema['maximum'] ?? 1)))
  if (type === 'boolean') return true
  return schema['format'] === 'uuid' || /(^id|Id)$/.test(name) ? (ids[name] ?? nobody) : 'sample'
}

function draftObject(root: Json, schema: Json, ids: Ids): Json {
  const properties = isObject(schema['properties']) ? schema['properties'] : {}
  return Object.fromEntries(Object.entries(properties).map(([name, part]) => [name, draft(root, part as Json, name, ids)]))
}

function pointedAt(root: Json, pointer: string): Json {
  let at: unknown = root
  for (const part of pointer.split('/').slice(1)) at = isObject(at) ? at[part] : undefined
  return isObject(at) ? at : {}
}

/** Puts other values where the schema complains, until it no longer does. */
function mend(contract: AnyContract, drafted: unknown): unknown {
  let input = drafted
  const tried = new Map<string, number>()
  for (let round = 0; round < 200; round++) {
    const parsed = contract.input.safeParse(input)
    if (parsed.success) return input
    const issue = parsed.error.issues[0]
    if (!issue) return null
    const path = issue.path.map(String)
    const attempt = tried.get(path.join('.')) ?? 0
    tried.set(path.join('.'), attempt + 1)
    const current = valueAt(input, path)
    const candidates: unknown[] =
      typeof current === 'number' ? numbers : typeof current === 'boolean' ? [!current] : [...texts, null, 1, []]
    // A part that no candidate mends is left out where the schema lets it be null.
    input = attempt < candidates.length ? withValue(input, path, candidates[attempt]) : withValue(input, path.slice(0, -1), null)
  }
  return null
}

const valueAt = (input: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((at, key) => (Array.isArray(at) ? at[Number(key)] : isObject(at) ? at[key] : undefined), input)

/** The same input with another value at one place. */
export function withValue(input: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value
  if (Array.isArray(input)) return input.map((item: unknown, at) => (at === Number(key) ? withValue(item, rest, value) : item))
  return { ...(isObject(input) ? input : {}), [key]: withValue(isObject(input) ? input[key] : undefined, rest, value) }
}

/** Every place of an input, deepest last: `['lines', '0', 'amountYen']`. */
export function placesOf(input: unknown, at: readonly string[] = []): string[][] {
  const entries = Array.isArray(input)
    ? input.slice(0, 1).map((item: unknown): [string, unknown] => ['0', item])
    : isObject(input)
      ? Object.entries(input)
      : []
  return [[...at], ...entries.flatMap(([key, value]) => placesOf(value, [...at, key]))]
}
