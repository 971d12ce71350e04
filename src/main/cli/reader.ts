import { z } from 'zod'
import { type CalendarDate, isCalendarDate } from '../../units/calendar-date.ts'
import { type CliFault, type Expected, type InputFault, type Path, shown } from './faults.ts'

/** A place in a document that is being read. `value` is undefined where nothing stands, which JSON itself cannot say. */
export type Place = { readonly value: unknown; readonly path: Path; readonly faults: CliFault[] }

/** What could be read of a document: undefined stands for what is faulty, so that everything else can still be checked. */
type Draft<Value> = [null] extends [Value]
  ? Value | undefined
  : Value extends string | number | boolean
    ? Value | undefined
    : Value extends readonly (infer Item)[]
      ? readonly Draft<Item>[] | undefined
      : string extends keyof Value
        ? Value | undefined
        : { readonly [Key in keyof Value]: Draft<Value[Key]> }

interface Hints {
  expected?: Expected
  min?: number
  max?: number
  limit?: number
}

/** What is said when a refinement does not hold, with the value as it is shown. */
export const fault = (make: (found: string) => InputFault) => ({ params: { make } })

export const text = (limit: number) => z.string().max(limit)
/** A text that says something. */
export const words = (limit: number) =>
  text(limit).refine(
    (value) => value.trim() !== '',
    fault(() => ({ code: 'empty-text' })),
  )
export const whole = (min: number, max: number) =>
  z
    .number()
    .min(min)
    .max(max)
    .refine(
      Number.isInteger,
      fault((found) => ({ code: 'not-whole', found })),
    )
    // Adding zero turns the negative zero that JSON can write into the ordinary one.
    .transform((value) => value + 0)
    .meta({ expected: 'whole-number', min, max } satisfies Hints)
export const date = z
  .string()
  .refine(
    isCalendarDate,
    fault((found) => ({ code: 'no-such-date', found })),
  )
  .transform((value) => value as CalendarDate)
  .meta({ expected: 'date' } satisfies Hints)
export const list = <Item extends z.ZodType>(item: Item, limit: number) => z.array(item).meta({ limit } satisfies Hints)
export const table = <Value extends z.ZodType>(key: z.ZodString, value: Value, limit: number) =>
  z.record(key, value).meta({ limit } satisfies Hints)
export const rootPlace = (document: unknown, faults: CliFault[]): Place => ({ value: document, path: [], faults })

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export function note(place: Place, found: InputFault): undefined {
  place.faults.push({ area: 'input', path: place.path, fault: found })
  return undefined
}

/**
 * Reads a document by its schema and notes every fault with its place, in the order in which it is read. An object that may be null
 * or left out counts as one value.
 */
export function readDraft<Schema extends z.ZodType>(place: Place, schema: Schema): Draft<z.output<Schema>> {
  return read(place, schema) as Draft<z.output<Schema>>
}

/** The draft when everything in it was read, otherwise null. */
export const wholeOf = <Value>(draft: Draft<Value>): Value | null => (isWhole(draft) ? (draft as Value) : null)

function isWhole(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return value !== undefined
  return Object.values(value).every(isWhole)
}

function read(place: Place, schema: z.core.$ZodType): unknown {
  if (schema instanceof z.ZodDefault) return place.value === undefined ? schema.def.defaultValue : read(place, schema.def.innerType)
  if (schema instanceof z.ZodNullable) return place.value === null ? null : readWhole(place, schema.def.innerType)
  if (schema instanceof z.ZodObject) return readObject(place, schema)
  if (schema instanceof z.ZodArray) return readList(place, schema)
  if (schema instanceof z.ZodRecord) return readTable(place, schema)
  return readLeaf(place, schema as z.ZodType)
}

function readWhole(place: Place, schema: z.core.$ZodType): unknown {
  const before = place.faults.length
  const value = read(place, schema)
  return place.faults.length === before ? value : undefined
}

/** Keys that the schema does not know are faults where it is strict: they are slips of the pen. */
function readObject(place: Place, schema: z.ZodObject): unknown {
  const { shape, catchall } = schema.def
  const record = isRecord(place.value) ? place.value : null
  if (!record) noteType(place, 'object')
  else if (catchall instanceof z.ZodNever) {
    const known = Object.keys(shape)
    for (const key of Object.keys(record)) if (!known.includes(key)) note(inside(place, key), { code: 'unknown-key', known })
  }
  // Below a value of the wrong type everything is missing, and that one fault has said so.
  const open = record ? place : { ...place, faults: [] }
  return Object.fromEntries(Object.entries(shape).map(([key, part]) => [key, read(inside(open, key), part)]))
}

function readList(place: Place, schema: z.ZodArray): unknown {
  const { limit = Number.POSITIVE_INFINITY } = hintsOf(schema)
  if (!Array.isArray(place.value)) return noteType(place, 'list')
  if (place.value.length > limit) return note(place, { code: 'too-many', limit })
  return place.value.map((_, index) => read(inside(place, index), schema.def.element))
}

function readTable(place: Place, schema: z.ZodRecord): unknown {
  const { limit = Number.POSITIVE_INFINITY } = hintsOf(schema)
  if (!isRecord(place.value)) return noteType(place, 'object')
  const keys = Object.keys(place.value)
  if (keys.length > limit) return note(place, { code: 'too-many', limit })
  const before = place.faults.length
  const entries = keys.map((key) => {
    const at = inside(place, key)
    readLeaf({ ...at, value: key }, schema.def.keyType as z.ZodType)
    return [key, read(at, schema.def.valueType)]
  })
  return place.faults.length === before ? Object.fromEntries(entries) : undefined
}

function readLeaf(place: Place, schema: z.ZodType): unknown {
  const parsed = schema.safeParse(place.value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const { expected = schema instanceof z.ZodNumber ? 'number' : 'text', min = 0, max = 0 } = hintsOf(schema)
  const found = shownValue(place.value)
  if (issue?.code === 'custom') return note(place, (issue.params as { make: (found: string) => InputFault }).make(found))
  if (issue?.code === 'invalid_value' && typeof place.value === 'string')
    return note(place, { code: 'unknown-choice', choices: issue.values.map(String), found })
  if (issue?.code === 'too_big' && issue.origin === 'string') return note(place, { code: 'too-long', limit: Number(issue.maximum) })
  // Zod knows no infinity, which JSON numbers beyond the range of a double become.
  if (typeof place.value === 'number' && max > min) return note(place, { code: 'out-of-range', min, max, found })
  return noteType(place, expected)
}

/** The place of a key or an item; what an object only inherits does not stand in the document. */
export function inside(place: Place, step: string | number): Place {
  const within = typeof place.value === 'object' && place.value !== null && Object.hasOwn(place.value, step)
  return { value: within ? Reflect.get(Object(place.value), step) : undefined, path: [...place.path, step], faults: place.faults }
}

function noteType(place: Place, expected: Expected): undefined {
  if (place.value === undefined) return note(place, { code: 'missing', expected })
  return note(place, { code: 'wrong-type', expected, found: shownValue(place.value) })
}

const hintsOf = (schema: z.core.$ZodType) => ((schema as z.ZodType).meta() ?? {}) as Hints

/** Infinity would be shown as null by JSON itself. */
const shownValue = (value: unknown): string => (typeof value === 'number' && !Number.isFinite(value) ? '> 1.79e308' : shown(value))
