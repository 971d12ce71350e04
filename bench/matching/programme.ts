import { randomInt } from 'node:crypto'
import loadHighs from 'highs'
import { compile } from '../../src/matching/rules/problem/compile.ts'
import type { Problem } from '../../src/matching/rules/problem/problem.ts'
import { solve } from '../../src/matching/rules/solve.ts'
import { verify } from '../../src/matching/rules/verify/verify.ts'
import { generateProgramme, type ProgrammeShape } from './generate.ts'
import { cpuClock, mean, type Note, percent, read, type Row, seconds } from './measure.ts'

const loads = [0.5, 0.85, 1.3] as const
const seeds = [2, 3, 4] as const

/** 500 × 200 at three loads, and HiGHS's linear relaxation of each afterwards in the same process, so that neither pays for the other's start. */
export async function smallRows(note: Note): Promise<Row[]> {
  solve(read(generateProgramme({ workers: 300, packages: 100, load: 0.7, seed: 9 })))
  const planned = loads.map((load) => ({
    load,
    runs: seeds.map((seed) => {
      const problem = read(generateProgramme({ workers: 500, packages: 200, load, seed }))
      const clock = cpuClock()
      const plan = solve(problem)
      const used = clock()
      note(`500 × 200, load ${load}: work ${plan.objective.work}, bound ${plan.bound.toFixed(0)}, ${seconds(used)}`)
      return { problem, gap: plan.gap, used, violations: verify(problem, plan).length }
    }),
  }))
  const highs = await loadHighs()
  return planned.flatMap(({ load, runs }) => {
    const lpUsed = runs.map(({ problem }) => {
      const clock = cpuClock()
      const relaxed = highs.solve(linearModel(problem), { output_flag: false })
      const used = clock()
      note(`500 × 200, load ${load}: linear relaxation ${relaxed.ObjectiveValue.toFixed(0)} in ${seconds(used)}`)
      return used
    })
    return [gapRow(`500 × 200, load ${load}`, runs), ratioRow(load, mean(runs.map(({ used }) => used)), mean(lpUsed))]
  })
}

type Kind = { readonly name: string; readonly shape: Partial<ProgrammeShape> }

const hard: readonly Kind[] = [
  { name: '15 % of the packages on site', shape: { onSite: 0.15 } },
  { name: '30 % of the packages on site', shape: { onSite: 0.3 } },
  { name: '30 % of the packages reviewed', shape: { reviewed: 0.3 } },
  { name: 'half of the pairs with a speed and quality of their own', shape: { knownPairs: 0.5 } },
]

/** 500 × 200 with more of what makes planning hard: seats for few, growth beside reviewers, people who differ. */
export const hardRows = (note: Note): Row[] => rowsOf(hard, seeds, '', note)

/** The same kinds with seeds that are drawn afresh and told: no constant of the engine can have been chosen by them. */
export function holdOutRows(note: Note): Row[] {
  const first = randomInt(1_000_000, 1_000_000_000)
  return rowsOf([{ name: 'nothing special', shape: {} }, ...hard], [first, first + 1, first + 2], ` (seeds from ${first})`, note)
}

function rowsOf(kinds: readonly Kind[], seedsOfEach: readonly number[], told: string, note: Note): Row[] {
  solve(read(generateProgramme({ workers: 300, packages: 100, load: 0.7, seed: 9 })))
  return kinds.map(({ name, shape }) => {
    const runs = loads.flatMap((load) =>
      seedsOfEach.map((seed) => {
        const problem = read(generateProgramme({ workers: 500, packages: 200, load, seed, ...shape }))
        const clock = cpuClock()
        const plan = solve(problem)
        const used = clock()
        note(
          `500 × 200, ${name}, load ${load}, seed ${seed}: work ${plan.objective.work}, bound ${plan.bound.toFixed(0)}, ${percent(plan.gap)}, ${seconds(used)}`,
        )
        return { gap: plan.gap, used, violations: verify(problem, plan).length }
      }),
    )
    return gapRow(`500 × 200, ${name}, loads ${loads.join(', ')}${told}`, runs)
  })
}

type Run = { readonly gap: number; readonly used: number; readonly violations: number }

function gapRow(name: string, runs: readonly Run[]): Row {
  const worst = Math.max(...runs.map((one) => one.gap))
  const time = Math.max(...runs.map((one) => one.used))
  const violations = runs.reduce((sum, one) => sum + one.violations, 0)
  return {
    measure: `${name}, ${runs.length} problems: certified gap; CPU time`,
    measured: `${percent(mean(runs.map((one) => one.gap)))}, worst ${percent(worst)}; worst ${seconds(time)}; ${violations} violations`,
    must: '≤ 0.40 %; 0.6 s',
    aim: '0.15 %; 0.3 s',
    met: worst <= 0.004 && time <= 0.6 && violations === 0,
  }
}

function ratioRow(load: number, used: number, lpUsed: number): Row {
  const ratio = used / lpUsed
  return {
    measure: `500 × 200, load ${load}: time ÷ HiGHS's linear relaxation alone`,
    measured: `${ratio.toFixed(2)} × (${seconds(lpUsed)})`,
    must: '≤ 0.35 ×',
    aim: '0.1 ×',
    met: ratio <= 0.35,
  }
}

export function indivisibleRow(note: Note): Row {
  const problem = read(generateProgramme({ workers: 500, packages: 2000, load: 0.85, seed: 4, indivisible: true, eligible: 128 }))
  const clock = cpuClock()
  const plan = solve(problem, { timeLimitSeconds: 8, clock, iterations: 1_000_000 })
  note(`indivisible 500 × 2,000: work ${plan.objective.work}, bound ${plan.bound.toFixed(0)}, ${plan.stats.arcs} arcs, ${seconds(clock())}`)
  const violations = verify(problem, plan).length
  return {
    measure: 'indivisible 500 × 2,000, 8 s: certified gap',
    measured: `${percent(plan.gap)}; ${violations} violations`,
    must: '≤ 1.5 %',
    aim: '0.5 %',
    met: plan.gap <= 0.015 && violations === 0,
  }
}

/**
 * The linear relaxation in units by arc, with a row for every worker and due day. Release days and seats are left out, which makes it easier for
 * HiGHS than the problem that the engine solves.
 */
function linearModel(problem: Problem): string {
  const compiled = compile(problem)
  const rows: string[] = []
  const term = (arc: number) => `${compiled.arcMinutes[arc]} x${arc}`
  for (let worker = 0; worker < compiled.workers.length; worker += 1) {
    const arcs = Array.from(
      { length: compiled.start[worker + 1]! - compiled.start[worker]! },
      (_, index) => compiled.start[worker]! + index,
    )
    for (const due of new Set(arcs.map((arc) => compiled.due[compiled.arcPackage[arc]!]!))) {
      let hours = 0
      for (let day = 0; day <= due; day += 1) hours += compiled.hours[worker * compiled.days + day]!
      rows.push(
        `${arcs
          .filter((arc) => compiled.due[compiled.arcPackage[arc]!]! <= due)
          .map(term)
          .join(' + ')} <= ${Math.min(hours, compiled.ceiling[worker]!)}`,
      )
    }
  }
  for (let pack = 0; pack < compiled.packages.length; pack += 1) {
    const arcs = Array.from(compiled.byPackage.subarray(compiled.packageStart[pack]!, compiled.packageStart[pack + 1]!))
    if (arcs.length > 0) rows.push(`${arcs.map((arc) => `x${arc}`).join(' + ')} <= ${compiled.units[pack]}`)
  }
  const all = Array.from({ length: compiled.arcCount }, (_, arc) => arc)
  const bounds = all.map((arc) => `0 <= x${arc} <= ${compiled.lotMax[compiled.arcPackage[arc]!]}`)
  return [
    'Maximize',
    ` obj: ${all.map((arc) => `${compiled.arcValue[arc]} x${arc}`).join(' + ')}`,
    'Subject To',
    ...rows,
    'Bounds',
    ...bounds,
    'End',
  ].join('\n')
}
