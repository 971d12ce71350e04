import { canonical } from './canonical.ts'

/**
 * How a field of an act stands in the log. `text`, `yen`, `minutes`, `number`, `date`, `flag` and `choice` stand as they are; `thing` is an
 * id that gets its name when it is read; of `things` the number stands; `rows` are short lists of plain values; `account` is masked.
 * `hidden` says only that it was given or changed: what is about a person, typed freely, or secret. `never` is not spoken of.
 */
type FactKind =
  | 'text'
  | 'yen'
  | 'minutes'
  | 'number'
  | 'date'
  | 'flag'
  | 'choice'
  | 'thing'
  | 'things'
  | 'rows'
  | 'account'
  | 'hidden'
  | 'never'

/** What the log says of each field of an area's acts. It cannot be erased, so no person stands in it but by an id. */
export interface Logged {
  area: string
  fields: Readonly<Record<string, FactKind>>
}

type Plain = string | number | boolean | null
type FactValue = Plain | Plain[][]

/** One field; `from` is absent where nothing was there before, both are absent where the content is not kept. */
export interface Fact {
  field: string
  kind: FactKind
  from?: FactValue
  to?: FactValue
}

type Fields = Readonly<Record<string, unknown>>
const mostRows = 20
const mostLetters = 200

/** What an act changed, or said where nothing was before: the fields that `before` has and that differ, and new ones. */
export function factsOf(logged: Logged['fields'], before: Fields, after: Fields): Fact[] {
  return Object.entries(logged).flatMap(([field, kind]): Fact[] => {
    if (kind === 'never' || !(field in after)) return []
    const [was, is] = [before[field] ?? null, after[field] ?? null]
    if (field in before ? said(was) === said(is) : isNothing(is)) return []
    if (kind === 'hidden') return [{ field, kind }]
    return [field in before ? { field, kind, from: valueOf(kind, was), to: valueOf(kind, is) } : { field, kind, to: valueOf(kind, is) }]
  })
}

/** Lists are compared without their order, which means nothing in a form. */
const said = (value: unknown): string => canonical(Array.isArray(value) ? value.map(canonical).sort() : value)

const isNothing = (value: unknown): boolean => value === null || value === '' || (Array.isArray(value) && value.length === 0)

function valueOf(kind: FactKind, value: unknown): FactValue {
  if (kind === 'things') return Array.isArray(value) ? value.length : 0
  if (kind === 'rows') return Array.isArray(value) ? value.slice(0, mostRows).map((row) => Object.values(row as Fields).map(plain)) : []
  if (kind === 'account' && typeof value === 'object' && value !== null) return maskedAccount(value as Fields)
  return plain(value)
}

const plain = (value: unknown): Plain =>
  typeof value === 'string' ? value.slice(0, mostLetters) : typeof value === 'number' || typeof value === 'boolean' ? value : null

const maskedAccount = ({ bankName, branchName, accountNumber }: Fields): string =>
  `${String(bankName)} ${String(branchName)} …${String(accountNumber).slice(-3)}`

export const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
const mostThings = 50

/** The ids of what an act is about, so that it is found by the name of any of them. */
export function thingsIn(...values: readonly unknown[]): string[] {
  const found = new Set<string>()
  const look = (value: unknown): void => {
    if (found.size >= mostThings) return
    if (typeof value === 'string') {
      if (isUuid(value)) found.add(value)
    } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(look)
  }
  values.forEach(look)
  return [...found]
}
