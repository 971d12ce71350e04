import { randomFrom } from '../../src/matching/rules/random.ts'
import { type Happening, LivePlan } from '../../src/matching/rules/replan.ts'
import { solve } from '../../src/matching/rules/solve.ts'
import { verify } from '../../src/matching/rules/verify.ts'
import { generateProgramme } from './generate.ts'
import { cpuClock, percentile, read } from './measure.ts'

/**
 * One large problem in a process of its own, so that its memory is its own: `node large.ts WORKERS PACKAGES LOAD [latency | loss]`. Prints JSON.
 */
export type LargeResult = {
  readonly arcs: number
  readonly gap: number
  readonly cpuSeconds: number
  readonly peakMegabytes: number
  readonly violations: number
  readonly decline: Latency | null
  readonly illness: Latency | null
  readonly loss: number | null
}

export type Latency = { readonly p99: number; readonly p999: number; readonly count: number }

const [workers = 1000, packages = 100, load = 0.85] = process.argv.slice(2, 5).map(Number)
const extra = process.argv[5]
const problem = read(generateProgramme({ workers, packages, load, seed: 3 }))
const clock = cpuClock()
const plan = solve(problem)
const cpuSeconds = clock()
const peakMegabytes = process.resourceUsage().maxRSS / 1024
const violations = verify(problem, plan).length
const live = extra === undefined ? null : new LivePlan(problem, plan)
const result: LargeResult = {
  arcs: plan.stats.arcs,
  gap: plan.gap,
  cpuSeconds,
  peakMegabytes,
  violations,
  decline: live !== null && extra === 'latency' ? latency(live, 3000, 'declined') : null,
  illness: live !== null && extra === 'latency' ? latency(live, 1000, 'ill') : null,
  loss: live !== null && extra === 'loss' ? lossAfter(live) : null,
}
process.stdout.write(`${JSON.stringify(result)}\n`)

/** Milliseconds of wall clock for each answer; what happened stays. */
function latency(open: LivePlan, count: number, kind: 'declined' | 'ill'): Latency {
  const random = randomFrom(11)
  const offers = open.offers()
  const times: number[] = []
  for (let step = 0; step < count + 200; step += 1) {
    const offer = offers[random.below(offers.length)]
    if (offer === undefined) break
    const day = random.below(20)
    const happening: Happening = kind === 'declined' ? { kind, worker: offer.worker, package: offer.package } : { kind, worker: offer.worker, fromDay: day, toDay: day + 6 }
    const before = performance.now()
    open.happen(happening)
    if (step >= 200) times.push(performance.now() - before)
  }
  times.sort((a, b) => a - b)
  return { p99: percentile(times, 0.99), p999: percentile(times, 0.999), count: times.length }
}

/** What repairs lose against a new plan, after a twentieth of the offers were declined and one person in fifty fell ill. */
function lossAfter(open: LivePlan): number {
  const random = randomFrom(12)
  const offers = open.offers()
  const declined: { worker: string; package: string }[] = []
  const ill = new Map<string, number>()
  for (const offer of offers) {
    if (random.next() >= 0.05) continue
    declined.push({ worker: offer.worker, package: offer.package })
    open.happen({ kind: 'declined', worker: offer.worker, package: offer.package })
  }
  for (const worker of problem.workers) {
    if (random.next() >= 0.02) continue
    const fromDay = random.below(20)
    ill.set(worker.id, fromDay)
    open.happen({ kind: 'ill', worker: worker.id, fromDay, toDay: fromDay + 6 })
  }
  const sick = problem.workers.map((worker) => {
    const from = ill.get(worker.id)
    return from === undefined ? worker : { ...worker, minutesByDay: worker.minutesByDay.map((minutes, day) => (day >= from && day <= from + 6 ? 0 : minutes)) }
  })
  const anew = solve({ ...problem, workers: sick, declined })
  return 1 - open.work / anew.objective.work
}
