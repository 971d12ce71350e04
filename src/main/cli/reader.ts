import { type CalendarDate, isCalendarDate } from '../../units/calendar-date.ts'
import { type CliFault, type Expected, type InputFault, type Path, shown } from './faults.ts'

const absent = Symbol('absent')

/**
 * A place in a document that is being read. Readers give `undefined` after they have noted a fault, so that everything else is still
 * read and nobody has to correct a file fault by fault.
 */
export type Place = {
  readonly value: unknown
  readonly path: Path
  readonly faults: CliFault[]
  /** False below a value of the wrong type, whose fault is already noted. */
  readonly readable: boolean
}

export type Read<Value> = (place: Place) => Value | undefined

export function rootPlace(document: unknown, faults: CliFault[]): Place {
  return { value: document, path: [], faults, readable: true }
}

export function note(place: Place, fault: InputFault): undefined {
  place.faults.push({ area: 'input', path: place.path, fault })
  return undefined
}

function noteType(place: Place, expected: Expected): undefined {
  if (!place.readable) return undefined
  if (isAbsent(place)) return note(place, { code: 'missing', expected })
  return note(place, { code: 'wrong-type', expected, found: shown(place.value) })
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Opens an object whose keys are known; the answer gives the place of a key. Unknown keys are faults: they are slips of the pen. */
export function openObject<Key extends string>(place: Place, keys: readonly Key[]): (key: Key) => Place {
  const { value } = place
  const record = isRecord(value) ? value : null
  if (!record) noteType(place, 'object')
  for (const key of Object.keys(record ?? {})) {
    if (!keys.some((known) => known === key)) note({ ...place, path: [...place.path, key] }, { code: 'unknown-key', known: keys })
  }
  return (key) => placeAt(place, key)
}

/** The place of a key in an object of which only some keys are looked at. */
export function placeAt(place: Place, key: string): Place {
  const record = isRecord(place.value) ? place.value : null
  return {
    value: record && Object.hasOwn(record, key) ? record[key] : absent,
    path: [...place.path, key],
    faults: place.faults,
    readable: record !== null,
  }
}

/** Notes a fault when there is no object. */
export function checkObject(place: Place): void {
  if (!isRecord(place.value)) noteType(place, 'object')
}

export function isAbsent(place: Place): boolean {
  return place.value === absent
}

/** Key and place of each entry of an object with free keys. */
export function readEntries(place: Place, limit: number): readonly (readonly [string, Place])[] | undefined {
  if (!isRecord(place.value)) return noteType(place, 'object')
  const entries = Object.entries(place.value)
  if (entries.length > limit) return note(place, { code: 'too-many', limit })
  return entries.map(([key, value]) => [key, { ...place, value, path: [...place.path, key] }])
}

/** The place of each item of a list. */
export function readList(place: Place, limit: number): readonly Place[] | undefined {
  if (!Array.isArray(place.value)) return noteType(place, 'list')
  if (place.value.length > limit) return note(place, { code: 'too-many', limit })
  return place.value.map((value: unknown, index) => ({ ...place, value, path: [...place.path, index] }))
}

/** A value that may be left out. */
export function readOptional<Value>(place: Place, read: Read<Value>, otherwise: Value): Value | undefined {
  return isAbsent(place) ? otherwise : read(place)
}

/** A value that may be `null`. */
export function readNullable<Value>(place: Place, read: Read<Value>): Value | null | undefined {
  return place.value === null ? null : read(place)
}

export function readText(place: Place, limit: number): string | undefined {
  if (typeof place.value !== 'string') return noteType(place, 'text')
  return place.value.length > limit ? note(place, { code: 'too-long', limit }) : place.value
}

/** A text that says something. */
export function readWords(place: Place, limit: number): string | undefined {
  const text = readText(place, limit)
  return text?.trim() === '' ? note(place, { code: 'empty-text' }) : text
}

export function readNumber(place: Place, expected: Expected = 'number'): number | undefined {
  return typeof place.value === 'number' ? place.value : noteType(place, expected)
}

export function readWhole(place: Place, min: number, max: number): number | undefined {
  const value = readNumber(place, 'whole-number')
  if (value === undefined) return undefined
  if (value < min || value > max) return note(place, { code: 'out-of-range', min, max, found: shownNumber(value) })
  // Adding zero turns the negative zero that JSON can write into the ordinary one.
  return Number.isInteger(value) ? value + 0 : note(place, { code: 'not-whole', found: shownNumber(value) })
}

/** Infinity is what JSON numbers beyond the range of a double become, and JSON itself would show it as null. */
export function shownNumber(value: number): string {
  return Number.isFinite(value) ? String(value) : '> 1.79e308'
}

export function readDate(place: Place): CalendarDate | undefined {
  if (typeof place.value !== 'string') return noteType(place, 'date')
  return isCalendarDate(place.value) ? place.value : note(place, { code: 'no-such-date', found: shown(place.value) })
}

export function readChoice<Choice extends string>(place: Place, choices: readonly Choice[]): Choice | undefined {
  if (typeof place.value !== 'string') return noteType(place, 'text')
  const choice = choices.find((candidate) => candidate === place.value)
  return choice ?? note(place, { code: 'unknown-choice', choices, found: shown(place.value) })
}

type AllRead<Fields> = { readonly [Key in keyof Fields]: Exclude<Fields[Key], undefined> }

/** True when no field was left unread because of a fault. */
export function allRead<Fields extends object>(fields: Fields): fields is Fields & AllRead<Fields> {
  return Object.values(fields).every((value) => value !== undefined)
}
