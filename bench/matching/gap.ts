import { fileURLToPath } from 'node:url'
import { solve } from '../../src/matching/rules/solve.ts'
import { verify } from '../../src/matching/rules/verify/verify.ts'
import { gapOfType, storedInstances, type GapInstance } from './gap-instances.ts'
import { cpuClock, mean, percent, read, type Row } from './measure.ts'

const folder = fileURLToPath(new URL('../../../shared/bench/gap', import.meta.url))

type Goal = { readonly types: string; readonly limit: number; readonly must: number; readonly aim: number; readonly worst: number | null }

/** Generalised assignment by type; types D and E are generated, and their reference is the bound of the same run. */
export function gapRows(note: (line: string) => void): Row[] {
  const stored = storedInstances(folder)
  const rows: Row[] = []
  const add = (goal: Goal, instances: readonly GapInstance[]) => {
    if (instances.length > 0) rows.push(gapRow(goal, instances, note))
  }
  add(
    { types: 'A, B', limit: 3, must: 0.0005, aim: 0, worst: null },
    stored.filter((one) => /^[ab]/.test(one.name)),
  )
  add(
    { types: 'C', limit: 10, must: 0.0008, aim: 0.0003, worst: null },
    stored.filter((one) => one.name.startsWith('c')),
  )
  const sizes = [
    [5, 100],
    [10, 100],
    [20, 100],
    [5, 200],
    [10, 200],
    [20, 200],
    [20, 400],
    [40, 400],
  ] as const
  add(
    { types: 'D', limit: 10, must: 0.0025, aim: 0.0012, worst: null },
    sizes.map(([people, jobs]) => gapOfType('D', people, jobs, 1)),
  )
  add(
    { types: 'E', limit: 10, must: 0.001, aim: 0.0004, worst: 0.004 },
    sizes.map(([people, jobs]) => gapOfType('E', people, jobs, 1)),
  )
  return rows
}

function gapRow(goal: Goal, instances: readonly GapInstance[], note: (line: string) => void): Row {
  const gaps = instances.map((instance) => {
    const problem = read(instance.problem)
    const clock = cpuClock()
    const plan = solve(problem, { timeLimitSeconds: goal.limit, clock })
    if (verify(problem, plan).length > 0 || plan.unfilled.length > 0) throw new Error(`${instance.name} is not a whole plan`)
    const gap = plan.objective.total / (instance.best ?? plan.bound) - 1
    note(
      `${instance.name}: cost ${plan.objective.total}, bound ${plan.bound}, best known ${instance.best ?? '–'}, ${percent(gap)}, ${clock().toFixed(1)} CPU s`,
    )
    return gap
  })
  const worst = Math.max(...gaps)
  const reference = instances[0]?.best === null ? 'own bound' : 'best known'
  return {
    measure: `GAP types ${goal.types}, ${goal.limit} s: mean gap to ${reference}, ${instances.length} instances`,
    measured: `${percent(mean(gaps))}, worst ${percent(worst)}`,
    must: `≤ ${percent(goal.must, 2)}${goal.worst === null ? '' : `, worst ≤ ${percent(goal.worst, 1)}`}`,
    aim: percent(goal.aim, 2),
    met: mean(gaps) <= goal.must && (goal.worst === null || worst <= goal.worst),
  }
}
