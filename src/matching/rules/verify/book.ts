import type { Plan } from '../problem/plan.ts'
import type { Problem, Worker, WorkPackage } from '../problem/problem.ts'

export type Violation = { readonly path: string; readonly code: ViolationCode; readonly details: Readonly<Record<string, string | number>> }

const violationCodes = [
  'unknown-worker',
  'unknown-package',
  'repeated-offer',
  'repeats-accepted',
  'not-integer',
  'skill',
  'equipment',
  'site',
  'forbidden',
  'declined',
  'lot-too-small',
  'lot-too-large',
  'divided',
  'too-many-units',
  'wrong-minutes',
  'wrong-sum-of-days',
  'outside-window',
  'too-many-minutes-on-day',
  'over-ceiling',
  'too-many-seat-minutes',
  'review-missing',
  'review-without-offer',
  'reviewer-not-able',
  'accepted-wrong',
  'accepted-displaced',
  'overload-wrong',
  'unfilled-wrong',
  'bound-below-plan',
  'wrong-total',
  'not-allowed-pair',
] as const

export type ViolationCode = (typeof violationCodes)[number]

type Objective = Pick<Plan['objective'], 'work' | 'total'> & Partial<Plan['objective']>

export type PlanToVerify = Pick<Plan, 'offers' | 'unfilled' | 'bound'> & { readonly objective: Objective } & Partial<
    Pick<Plan, 'reviews' | 'acceptedByDay' | 'overloads'>
  >

/** The raw problem by id, and what has been found so far. */
export type Book = {
  readonly problem: Problem
  readonly workers: ReadonlyMap<string, Worker>
  readonly packages: ReadonlyMap<string, WorkPackage>
  readonly unitMinutes: (worker: string, pack: string) => number
  readonly closed: (worker: string, pack: string) => ('forbidden' | 'declined')[]
  readonly violations: Violation[]
}

export const pairKey = (pair: { readonly worker: string; readonly package: string }): string => `${pair.worker}\n${pair.package}`

export function openBook(problem: Problem): Book {
  const packages = new Map(problem.packages.map((pack) => [pack.id, pack]))
  const unitMinutes = new Map(problem.pairs.map((pair) => [pairKey(pair), pair.unitMinutes]))
  const forbidden = new Set(problem.pairs.filter((pair) => pair.forbidden).map(pairKey))
  const declined = new Set(problem.declined.map(pairKey))
  return {
    problem,
    workers: new Map(problem.workers.map((worker) => [worker.id, worker])),
    packages,
    unitMinutes: (worker, pack) => unitMinutes.get(`${worker}\n${pack}`) ?? packages.get(pack)?.unitMinutes ?? 0,
    closed: (worker, pack) => {
      const key = `${worker}\n${pack}`
      return [...(forbidden.has(key) ? (['forbidden'] as const) : []), ...(declined.has(key) ? (['declined'] as const) : [])]
    },
    violations: [],
  }
}

export function fault(book: Book, path: string, code: ViolationCode, details: Violation['details']): void {
  book.violations.push({ path, code, details })
}

/** The level of a skill that may be called like a member of every object. */
export function levelIn(levels: Readonly<Record<string, number>>, skill: string): number {
  return Object.hasOwn(levels, skill) ? (levels[skill] ?? 0) : 0
}
