import type { Plan } from '../../matching/rules/plan.ts'

/** Characters after which a part is written. */
const partLength = 1 << 16

/** The plan in one line of JSON, in parts: the lists of a large plan are longer than one text may be. */
export function* planText(plan: Plan): Generator<string> {
  let part = '{'
  for (const [index, [key, value]] of Object.entries(plan).entries()) {
    part += `${index > 0 ? ',' : ''}${JSON.stringify(key)}:`
    if (!Array.isArray(value)) {
      part += JSON.stringify(value)
      continue
    }
    part += '['
    for (const [at, row] of value.entries()) {
      part += `${at > 0 ? ',' : ''}${JSON.stringify(row)}`
      if (part.length < partLength) continue
      yield part
      part = ''
    }
    part += ']'
  }
  yield `${part}}\n`
}
