import type { Fault } from '../../matching/rules/problem/plan.ts'
import type { Problem } from '../../matching/rules/problem/problem.ts'
import { type ProblemList, ProblemReader, problemLists } from '../../matching/rules/problem/reader.ts'
import type { CliFault, Path } from './faults.ts'
import { JsonDocuments } from './json-documents.ts'
import { inside, isRecord, note, type Place, rootPlace } from './reader.ts'
import type { Call } from './verb.ts'

/** Bytes that are read at most, unpacked. */
const streamLimit = 4 * 1024 * 1024 * 1024

/** What the rows of the line form are called, and the lists that they belong to. */
const kinds: Readonly<Record<string, ProblemList>> = {
  worker: 'workers',
  package: 'packages',
  site: 'sites',
  municipality: 'municipalities',
  pair: 'pairs',
  accepted: 'accepted',
  declined: 'declined',
}

const parts: readonly string[] = ['problem', 'plan']
const planLists = ['offers', 'unfilled', 'reviews', 'acceptedByDay'] as const

/**
 * Reads a problem as one JSON document, or in the line form: the document without its lists, then one object a line, each with its `kind`.
 * Undefined when there is a fault; all faults are noted.
 */
export async function readProblemInput(call: Call): Promise<Problem | undefined> {
  const intake = await taken(call, false)
  return intake?.problem(rootPlace(intake.header, call.faults), '')
}

/** Reads `{ problem, plan }`, or a problem in either form and then its plan. */
export async function readProblemAndPlan(call: Call): Promise<{ readonly problem: Problem | undefined; readonly plan: Place } | null> {
  const intake = await taken(call, true)
  if (intake === null) return null
  const root = rootPlace(intake.header, call.faults)
  if (intake.planDocument !== null) return { problem: intake.problem(root, ''), plan: rootPlace(intake.planDocument, call.faults) }
  for (const key of Object.keys(isRecord(root.value) ? root.value : {}))
    if (!parts.includes(key)) note(inside(root, key), { code: 'unknown-key', known: parts })
  return { problem: intake.problem(inside(root, 'problem'), 'problem'), plan: inside(root, 'plan') }
}

async function taken(call: Call, withPlan: boolean): Promise<Intake | null> {
  const input = call.openInput()
  if (input === null) return null
  const intake = new Intake(call.faults, withPlan)
  let length = 0
  for await (const chunk of input) {
    length += chunk.length
    if (length > streamLimit) call.faults.push({ area: 'input', path: [], fault: { code: 'too-large', limit: streamLimit } })
    if (intake.rows.failed || length > streamLimit) break
    intake.rows.push(chunk)
  }
  intake.rows.end()
  if (call.faults.length === 0 && intake.documents === 0) call.faults.push({ area: 'input', path: [], fault: { code: 'empty-input' } })
  return intake.rows.failed || intake.documents === 0 ? null : intake
}

class Intake {
  readonly rows: JsonDocuments
  readonly #reader = new ProblemReader()
  readonly #faults: CliFault[]
  readonly #withPlan: boolean
  /** The line of each row that stood in a line of its own. */
  readonly #lines = new Map<ProblemList, Map<number, number>>()
  /** Rows of the lists of a plan, which is put together again. */
  #planRows = new Map<string, unknown[]>()
  documents = 0
  header: unknown = null
  planDocument: unknown = null

  constructor(faults: CliFault[], withPlan: boolean) {
    this.#faults = faults
    this.#withPlan = withPlan
    const plan: readonly Path[] = planLists.flatMap((list) => [[list], ['plan', list]])
    const problem: readonly Path[] = problemLists.flatMap((list) => (withPlan ? [[list], ['problem', list]] : [[list]]))
    this.rows = new JsonDocuments(withPlan ? [...problem, ...plan] : problem, {
      onRow: (list, _index, value) => this.#row(String(list.at(-1)), value),
      onDocument: (value, line) => this.#document(value, line),
      onFault: (fault) => void faults.push(fault),
    })
  }

  /** The problem, when everything in it is well formed. */
  problem(header: Place, prefix: string): Problem | undefined {
    if (header.value === undefined) return note(header, { code: 'missing', expected: 'object' })
    this.#reader.addHeader(header.value, this.documents === 1)
    const read = this.#reader.finish()
    if (read.ok) return read.problem
    for (const fault of read.faults) this.#faults.push(this.#placed(fault, prefix))
    return undefined
  }

  #row(name: string, value: unknown): void {
    const list = problemLists.find((one) => one === name)
    if (list !== undefined) return this.#reader.add(list, value)
    const rows = this.#planRows.get(name) ?? []
    this.#planRows.set(name, rows)
    rows.push(value)
  }

  #document(value: unknown, line: number): void {
    this.documents += 1
    if (this.documents === 1) {
      this.header = value
      if (this.#withPlan && isRecord(value) && 'plan' in value) this.header = { ...value, plan: this.#withRows(value['plan']) }
      return
    }
    if (this.#withPlan && this.planDocument === null && isRecord(value) && !('kind' in value)) {
      this.planDocument = this.#withRows(value)
      return
    }
    this.#rowDocument(value, line)
  }

  /** The lists of a plan were read row by row. */
  #withRows(plan: unknown): unknown {
    if (!isRecord(plan)) return plan
    const rows = this.#planRows
    this.#planRows = new Map()
    return { ...plan, ...Object.fromEntries([...rows].filter(([list]) => list in plan)) }
  }

  #rowDocument(value: unknown, line: number): void {
    const kind = isRecord(value) ? value['kind'] : undefined
    const list = typeof kind === 'string' && Object.hasOwn(kinds, kind) ? kinds[kind] : undefined
    if (list === undefined) {
      const fault =
        kind === undefined
          ? ({ code: 'missing', expected: 'text' } as const)
          : ({ code: 'unknown-choice', choices: Object.keys(kinds), found: JSON.stringify(kind) } as const)
      this.#faults.push({ area: 'input', path: ['kind'], line, fault })
      return
    }
    const lines = this.#lines.get(list) ?? new Map<number, number>()
    this.#lines.set(list, lines)
    lines.set(this.#reader.count(list), line)
    this.#reader.add(list, value)
  }

  /** In the line form a place is told by its line, where people can find it. */
  #placed(fault: Fault, prefix: string): CliFault {
    const [, name, index, rest = ''] = /^(\w+)\[(\d+)\]\.?(.*)$/.exec(fault.path) ?? []
    const list = problemLists.find((one) => one === name)
    const line = list === undefined ? undefined : this.#lines.get(list)?.get(Number(index))
    if (line !== undefined) return { area: 'problem', line, path: rest === '' ? '$' : rest, fault }
    return { area: 'problem', path: joinPath(prefix, fault.path), fault }
  }
}

function joinPath(prefix: string, path: string): string {
  if (prefix === '') return path
  if (path === '$') return prefix
  return path.startsWith('[') ? `${prefix}${path}` : `${prefix}.${path}`
}
