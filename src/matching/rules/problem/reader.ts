import type { Levels } from '../../../orders/rules/gates.ts'
import type { z } from 'zod'
import type { Fault, FaultCode } from './plan.ts'
import { fillDays, type Problem, type Worker } from './problem.ts'
import { acceptedFaults, assignmentFaults, idFaults, type KnownIds } from './faults.ts'
import {
  fillMunicipality,
  fillPackage,
  fillPair,
  fillSite,
  fillWorker,
  headerSchema,
  type ProblemList,
  type Row,
  rowSchemas,
} from './rows.ts'

export type { ProblemInput, ProblemList } from './rows.ts'

type ReadProblem = { readonly ok: true; readonly problem: Problem } | { readonly ok: false; readonly faults: readonly Fault[] }

export const problemLists: readonly ProblemList[] = ['workers', 'packages', 'sites', 'municipalities', 'pairs', 'accepted', 'declined']

/** Reads a problem from parsed JSON; answers with every fault that it finds, each with its path. */
export function readProblem(json: unknown): ReadProblem {
  const reader = new ProblemReader()
  reader.addHeader(json)
  return reader.finish()
}

/** Rows that were not well formed are null, so that the others keep their places. */
type Rows = { readonly [List in Exclude<ProblemList, 'workers'>]: (Row<List> | null)[] } & { readonly workers: (Worker | null)[] }

/** Takes a problem row by row, so that a large one need not be in memory as JSON, and checks it as a whole at the end. */
export class ProblemReader {
  readonly #rows: Rows = { workers: [], packages: [], sites: [], municipalities: [], pairs: [], accepted: [], declined: [] }
  readonly #ids: KnownIds = { workers: new Map(), packages: new Map(), sites: new Map(), municipalities: new Map() }
  readonly #shapeFaults: Fault[] = []
  readonly #faults: Fault[] = []
  readonly #shared = { days: new Shared<readonly number[]>(), levels: new Shared<Levels>(), items: new Shared<readonly string[]>() }
  #header: Pick<z.output<typeof headerSchema>, 'from' | 'days' | 'objective'> = {}

  /** Everything that stands in no list, and the rows of the lists in it; without `whole` the lists may come later or be left out. */
  addHeader(json: unknown, whole = true): void {
    const given = whole || !isRecord(json) ? json : { workers: [], packages: [], ...json }
    const parsed = headerSchema.safeParse(given, { reportInput: true })
    if (parsed.success) this.#header = parsed.data
    else this.#shapeFaults.push(...parsed.error.issues.map((issue) => shapeFault(issue, [])))
    if (!isRecord(json)) return
    for (const list of problemLists) {
      const rows = json[list]
      if (Array.isArray(rows)) for (const row of rows) this.add(list, row)
    }
  }

  add(list: ProblemList, json: unknown): void {
    this.#noteId(list, json)
    const rows = this.#rows
    switch (list) {
      case 'workers':
        return void rows.workers.push(this.#worker(this.#read(list, rowSchemas.workers, json)))
      case 'packages':
        return void rows.packages.push(this.#package(this.#read(list, rowSchemas.packages, json)))
      case 'sites':
        return void rows.sites.push(this.#read(list, rowSchemas.sites, json))
      case 'municipalities':
        return void rows.municipalities.push(this.#read(list, rowSchemas.municipalities, json))
      case 'pairs':
        return void rows.pairs.push(this.#read(list, rowSchemas.pairs, json))
      case 'accepted':
        return void rows.accepted.push(this.#read(list, rowSchemas.accepted, json))
      case 'declined':
        return void rows.declined.push(this.#read(list, rowSchemas.declined, json))
    }
  }

  /** Rows of a list so far. */
  count(list: ProblemList): number {
    return this.#rows[list].length
  }

  finish(): ReadProblem {
    const faults = [...this.#shapeFaults, ...this.#faults, ...idFaults(this.#rows, this.#ids)]
    if (faults.length > 0) return { ok: false, faults }
    const problem = this.#fill()
    const late = problem.objective === 'programme' ? acceptedFaults(problem) : assignmentFaults(problem)
    return late.length > 0 ? { ok: false, faults: late } : { ok: true, problem }
  }

  #noteId(list: ProblemList, json: unknown): void {
    if (list !== 'workers' && list !== 'packages' && list !== 'sites' && list !== 'municipalities') return
    const id = isRecord(json) ? json['id'] : undefined
    if (typeof id !== 'string') return
    const index = this.#rows[list].length
    if (this.#ids[list].has(id)) this.#faults.push({ path: `${list}[${index}].id`, code: 'duplicate-id', details: { found: id } })
    else this.#ids[list].set(id, index)
  }

  #read<Output>(list: ProblemList, schema: z.ZodType<Output>, json: unknown): Output | null {
    const path = [list, this.#rows[list].length]
    const parsed = schema.safeParse(json, { reportInput: true })
    const faults = [...(parsed.success ? [] : parsed.error.issues.map((issue) => shapeFault(issue, path))), ...lostLevels(json, path)]
    this.#shapeFaults.push(...faults)
    return parsed.success && faults.length === 0 ? parsed.data : null
  }

  /** Kept small from the start: there may be a hundred thousand. */
  #worker(row: Row<'workers'> | null): Worker | null {
    if (row === null) return null
    const { days, items, levels } = this.#shared
    const worker = fillWorker(row)
    return {
      ...worker,
      minutesByDay: days.value(worker.minutesByDay),
      skills: levels.value(worker.skills),
      equipment: items.value(worker.equipment),
    }
  }

  #package(row: Row<'packages'> | null): Row<'packages'> | null {
    const { dueDay, releaseDay } = row ?? {}
    if (typeof dueDay === 'number' && dueDay < (releaseDay ?? 0)) {
      this.#faults.push({
        path: `packages[${this.#rows.packages.length}].dueDay`,
        code: 'due-before-release',
        details: { releaseDay: releaseDay ?? 0, dueDay },
      })
    }
    return row
  }

  #fill(): Problem {
    const days = this.#header.days ?? 28
    const { accepted, declined, municipalities, packages, pairs, sites, workers } = this.#rows
    return {
      from: this.#header.from ?? null,
      days,
      workers: wellFormed(workers).map((worker) => ({
        ...worker,
        minutesByDay: this.#shared.days.value(fillDays(worker.minutesByDay, days)),
      })),
      packages: wellFormed(packages).map((row) => fillPackage(row, days)),
      sites: wellFormed(sites).map((row) => fillSite(row, days)),
      municipalities: wellFormed(municipalities).map(fillMunicipality),
      pairs: wellFormed(pairs).map(fillPair),
      accepted: wellFormed(accepted),
      declined: wellFormed(declined),
      objective: this.#header.objective ?? 'programme',
    }
  }
}

/** Many people have the same weeks, skills and equipment; each such value is kept once. */
class Shared<Value> {
  readonly #known = new Map<string, Value>()

  value(value: Value): Value {
    const key = JSON.stringify(value)
    const found = this.#known.get(key)
    if (found === undefined) this.#known.set(key, value)
    return found ?? value
  }
}

function wellFormed<Item>(rows: readonly (Item | null)[]): Item[] {
  return rows.filter((row) => row !== null)
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** `workers[3].skills.cad`; keys that are no plain words are quoted. */
function jsonPath(path: readonly PropertyKey[]): string {
  let text = ''
  for (const part of path) {
    if (typeof part === 'number') text += `[${part}]`
    else if (!/^[\p{L}\p{N}_-]+$/u.test(String(part))) text += `[${JSON.stringify(String(part))}]`
    else text += text === '' ? String(part) : `.${String(part)}`
  }
  return text === '' ? '$' : text
}

/** A skill of this name would be dropped without a word, and with it a gate. */
function lostLevels(json: unknown, path: readonly PropertyKey[]): Fault[] {
  if (!isRecord(json)) return []
  const review = isRecord(json['review']) ? json['review']['skills'] : null
  const places = [
    [json['skills'], 'skills'],
    [review, 'review', 'skills'],
  ] as const
  return places.flatMap(([levels, ...steps]) =>
    isRecord(levels) && Object.hasOwn(levels, '__proto__')
      ? [{ path: jsonPath([...path, ...steps, '__proto__']), code: 'wrong-type' as const, details: { found: '__proto__' } }]
      : [],
  )
}

function shapeFault(issue: z.core.$ZodIssue, path: readonly PropertyKey[]): Fault {
  const details: Record<string, string | number | boolean> = {}
  if (typeof issue.input === 'number' || typeof issue.input === 'string' || typeof issue.input === 'boolean') details['found'] = issue.input
  if (issue.code === 'too_small') details['minimum'] = Number(issue.minimum)
  if (issue.code === 'too_big') details['maximum'] = Number(issue.maximum)
  if (issue.code === 'invalid_type') details['expected'] = issue.expected
  if (issue.code === 'invalid_value') details['expected'] = issue.values.map(String).join(' | ')
  return { path: jsonPath([...path, ...issue.path]), code: shapeCode(issue), details }
}

function shapeCode(issue: z.core.$ZodIssue): FaultCode {
  if (issue.code === 'too_small' || issue.code === 'too_big') return issue.origin === 'string' ? 'wrong-type' : 'out-of-range'
  if (issue.code === 'custom') return 'no-such-date'
  if (issue.code === 'invalid_value') return 'unknown-choice'
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'missing'
  if (issue.code === 'invalid_type' && issue.expected === 'int') return 'not-integer'
  return 'wrong-type'
}
