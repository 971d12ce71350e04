import type { OpenOffersPlan } from '../../matching/rules/problem/plan.ts'

/** Characters after which a part is written. */
const partLength = 1 << 16

/** The plan in one line of JSON, in parts: the lists of a large plan are longer than one text may be. */
export function* planText(plan: OpenOffersPlan): Generator<string> {
  let part = '{'
  for (const [index, [key, value]] of Object.entries(plan).entries()) {
    part += `${index > 0 ? ',' : ''}${JSON.stringify(key)}:`
    if (!isList(value)) {
      part += JSON.stringify(value)
      continue
    }
    part += '['
    let separator = ''
    for (const row of value) {
      part += `${separator}${JSON.stringify(row)}`
      separator = ','
      if (part.length < partLength) continue
      yield part
      part = ''
    }
    part += ']'
  }
  yield `${part}}\n`
}

const isList = (value: unknown): value is Iterable<unknown> => typeof value === 'object' && value !== null && Symbol.iterator in value
