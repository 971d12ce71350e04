import { skillGaps, lotRange } from '../../src/orders/rules/gates.ts'
import loadHighs from 'highs'
import { failedGates, isGrowth } from '../../src/matching/rules/problem/constraints.ts'
import { type Problem } from '../../src/matching/rules/problem/problem.ts'

const highs = await loadHighs()

/**
 * The exact optimum of a small problem by HiGHS, from a model written apart from the engine: minutes by day, lots as binaries, accepted work on
 * whatever days are best. Null when the accepted work alone does not fit. Tests only.
 */
export function exactWork(problem: Problem): number | null {
  const model = programmeModel(problem)
  return model.objective.length === 0 && problem.accepted.length === 0 ? 0 : optimumOf(model)
}

/** Whether exactly these units can be done beside the accepted work, on any days, with the seats and reviews that they need. */
export function canBeDone(
  problem: Problem,
  offers: readonly { readonly worker: string; readonly package: string; readonly units: number }[],
): boolean {
  const model = programmeModel(problem)
  const units = new Map<string, number>()
  for (const offer of offers) {
    const name = `${problem.workers.findIndex((one) => one.id === offer.worker)}_${problem.packages.findIndex((one) => one.id === offer.package)}`
    units.set(`x${name}`, offer.units)
  }
  const known = new Set(model.whole.filter((name) => name.startsWith('x')))
  if ([...units.keys()].some((name) => !known.has(name))) return false
  for (const name of known) model.rows.push(`${name} = ${units.get(name) ?? 0}`)
  return optimumOf(model) !== null
}

/** Without presolve, which turns in circles on a few of these problems. */
function optimumOf({ bounds, objective, rows, whole }: Model): number | null {
  const text = [
    'Maximize',
    ` obj: ${objective.join(' + ') || '0 nothing'}`,
    'Subject To',
    ...rows,
    'Bounds',
    ...bounds,
    'General',
    ...whole,
    'End',
  ].join('\n')
  const solution = highs.solve(text, { output_flag: false, mip_rel_gap: 0, presolve: 'off' })
  if (solution.Status === 'Infeasible') return null
  if (solution.Status !== 'Optimal') throw new Error(solution.Status)
  return solution.ObjectiveValue
}

type Model = { readonly objective: string[]; readonly rows: string[]; readonly bounds: string[]; readonly whole: string[] }

function programmeModel(problem: Problem): Model {
  const model: Model = { objective: [], rows: [], bounds: [], whole: [] }
  const byWorkerDay = new Map<string, string[]>()
  const bySeat = new Map<string, string[]>()
  const add = (map: Map<string, string[]>, key: string, term: string) => map.set(key, [...(map.get(key) ?? []), term])
  const declined = new Set(problem.declined.map((pair) => `${pair.worker}/${pair.package}`))
  problem.packages.forEach((pack, p) => {
    const lot = lotRange(pack, pack.maxShare)
    const units: string[] = []
    const accepted = new Map(problem.accepted.filter((one) => one.package === pack.id).map((one) => [one.worker, one.units]))
    const layDays = (w: number, name: string): string[] => {
      const laid: string[] = []
      for (let day = pack.releaseDay; day <= Math.min(pack.dueDay, problem.days - 1); day += 1) {
        laid.push(`t${name}_${day}`)
        add(byWorkerDay, `${w} ${day}`, `t${name}_${day}`)
        if (pack.onSite !== null) add(bySeat, `${pack.onSite} ${day}`, `t${name}_${day}`)
      }
      return laid
    }
    problem.workers.forEach((worker, w) => {
      const pair = problem.pairs.find((one) => one.worker === worker.id && one.package === pack.id)
      const promised = accepted.get(worker.id)
      if (promised !== undefined) {
        model.rows.push(`${layDays(w, `${w}_${p}`).join(' + ')} = ${promised * (pair?.unitMinutes ?? pack.unitMinutes)}`)
        return
      }
      const closed =
        failedGates(worker, pack, { forbidden: pair?.forbidden ?? false, declined: declined.has(`${worker.id}/${pack.id}`) }) !== 0
      if (closed || pack.units === 0) return
      const name = `${w}_${p}`
      const minutes = pair?.unitMinutes ?? pack.unitMinutes
      units.push(`x${name}`)
      model.objective.push(`${pack.unitMinutes * (pair?.value ?? pack.priority)} x${name}`)
      model.rows.push(`x${name} - ${lot.min} y${name} >= 0`, `x${name} - ${lot.max} y${name} <= 0`)
      model.bounds.push(`0 <= x${name} <= ${pack.units}`, `0 <= y${name} <= 1`)
      model.whole.push(`x${name}`, `y${name}`)
      const laid = layDays(w, name)
      model.rows.push(`${laid.join(' + ')} - ${minutes} x${name} = 0`)
      if (isGrowth(skillGaps(worker.skills, pack.skills), pack))
        reviewRows(problem, { w, p, minutes, name }, model, (reviewer, day, term) => add(byWorkerDay, `${reviewer} ${day}`, term))
    })
    const left = pack.units - [...accepted.values()].reduce((sum, one) => sum + one, 0)
    if (units.length > 0) model.rows.push(`${units.join(' + ')} <= ${left}`)
  })
  capacityRows(problem, byWorkerDay, bySeat, model)
  return model
}

type Growing = { readonly w: number; readonly p: number; readonly minutes: number; readonly name: string }

function reviewRows(problem: Problem, growing: Growing, model: Model, book: (reviewer: number, day: number, term: string) => void): void {
  const pack = problem.packages[growing.p]
  if (pack === undefined || pack.review === null) return
  const given: string[] = []
  for (const [reviewer, person] of problem.workers.entries()) {
    if (reviewer === growing.w || skillGaps(person.skills, pack.review.skills).length > 0) continue
    for (let day = pack.releaseDay; day <= Math.min(pack.dueDay, problem.days - 1); day += 1) {
      const term = `r${growing.name}_${reviewer}_${day}`
      given.push(term)
      book(reviewer, day, term)
    }
  }
  model.rows.push(`${[...given, `- ${pack.review.share * growing.minutes} x${growing.name}`].join(' + ').replaceAll('+ -', '-')} >= 0`)
}

function capacityRows(
  problem: Problem,
  byWorkerDay: ReadonlyMap<string, string[]>,
  bySeat: ReadonlyMap<string, string[]>,
  model: Model,
): void {
  for (const [w, worker] of problem.workers.entries()) {
    const all: string[] = []
    for (let day = 0; day < problem.days; day += 1) {
      const terms = byWorkerDay.get(`${w} ${day}`) ?? []
      all.push(...terms)
      if (terms.length > 0) model.rows.push(`${terms.join(' + ')} <= ${worker.minutesByDay[day]}`)
    }
    if (worker.maxMinutes !== null && all.length > 0) model.rows.push(`${all.join(' + ')} <= ${worker.maxMinutes}`)
  }
  for (const site of problem.sites) {
    for (let day = 0; day < problem.days; day += 1) {
      const terms = bySeat.get(`${site.id} ${day}`) ?? []
      if (terms.length > 0) model.rows.push(`${terms.join(' + ')} <= ${site.seatMinutesByDay[day]}`)
    }
  }
}
