import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import { tuning as prices } from '../../src/matching/rules/prices/tuning.ts'
import { tuning as search } from '../../src/matching/rules/search/tuning.ts'
import { solve } from '../../src/matching/rules/solve.ts'
import type { Problem } from '../../src/matching/rules/problem/problem.ts'
import { generateProgramme } from './generate.ts'
import { cpuClock, mean, percentile, read } from './measure.ts'

/** What a constant is when it is taken out, or where nothing is left without it, half or twice of it. A new constant needs a line here. */
type Without<Tuning> = { readonly [Name in keyof Tuning]: readonly number[] }

const unlimited = 1e9
const withoutPrices: Without<typeof prices> = {
  shrink: [0.85, 0.96],
  reviewedShrink: [1],
  lastStep: [1e-3, 4e-3],
  lastStepOfMany: [0],
  changes: [2.5, 10],
  asked: [0.45, unlimited],
  meanBelow: [0, 1],
  meanFrom: [1],
  lookBelow: [0, 1],
  lookEvery: [1, 8],
  stillFalls: [unlimited],
  mostRounds: [unlimited],
  nearby: [0.01, 0.04],
  fewestInLevel: [1],
  firstShift: [0.1],
  nearRound: [0],
  lotRounds: [0],
  slopeTries: [4],
  answersEach: [1, 6],
  answersInAll: [unlimited],
  mostKept: [8, unlimited],
  largestBlock: [1],
  mostExcess: [1, unlimited],
  leastAsked: [1],
}
const withoutSearch: Without<typeof search> = {
  packageDiscount: [1],
  pricePull: [0],
  worthPull: [0],
  leastPart: [0],
  widest: [4, 16],
  deepest: [1, 6],
  chainLooks: [unlimited],
  chainRounds: [1, 10],
  packagesInChains: [0],
  exchanges: [12, 160],
  holderLooks: [unlimited],
  people: [2, 4],
  noise: [0],
  redraw: [50, 800],
  rebuilds: [0],
  closeEnough: [0],
  leastGain: [0],
  arcsAtEase: [1],
  donors: [1],
  receivers: [4],
  fewestReceivers: [1],
  receiversInAll: [unlimited],
  fairLooks: [unlimited],
  swapLooks: [0],
  swapLooksPerArc: [0],
  riskyLots: [1],
}
const rooms = { prices: { tuning: prices, without: withoutPrices }, search: { tuning: search, without: withoutSearch } }

const { values: options } = parseArgs({
  options: {
    rooms: { type: 'string', default: Object.keys(rooms).join(',') },
    size: { type: 'string', default: '500x200' },
    problems: { type: 'string', default: '30' },
    seed: { type: 'string', default: String(randomInt(1e6, 1e9)) },
    only: { type: 'string', default: '' },
  },
})

const kinds = [
  { load: 0.5 },
  { load: 0.85 },
  { load: 1.3 },
  { load: 0.85, onSite: 0.3 },
  { load: 0.5, reviewed: 0.3 },
  { load: 0.85, reviewed: 0.3 },
  { load: 1.3, reviewed: 0.3 },
  { load: 0.85, knownPairs: 0.5 },
]

type Run = { readonly gap: number; readonly fairness: number; readonly used: number }
type Trial = { readonly name: string; readonly value: number; readonly instead: number; readonly plan: (problem: Problem) => Run }

function planned(problem: Problem): Run {
  const clock = cpuClock()
  const { gap, scores } = solve(problem)
  return { gap, fairness: scores.fairness, used: clock() }
}

function trialsOf(room: keyof typeof rooms): Trial[] {
  const { tuning, without } = rooms[room]
  const only = options.only.split(',').filter((name) => name !== '')
  return Object.entries(without)
    .filter(([name]) => only.length === 0 || only.includes(name))
    .flatMap(([name, values]) => {
      const value: number = Object.entries(tuning).find(([key]) => key === name)?.[1] ?? 0
      const plan = (instead: number) => (problem: Problem) => {
        Object.assign(tuning, { [name]: instead })
        const run = planned(problem)
        Object.assign(tuning, { [name]: value })
        return run
      }
      return values.map((instead) => ({ name: `${room}.${name}`, value, instead, plan: plan(instead) }))
    })
}

/** The machine is never alone, so every few trials the engine as it is runs beside them, and times are compared with that run. */
const trialsBetween = 4

function runAll(trials: readonly Trial[]): { readonly usual: Run; readonly runs: readonly (Run & { readonly ratio: number })[] }[] {
  const [workers = 500, packages = 200] = options.size.split('x').map(Number)
  return Array.from({ length: Number(options.problems) }, (_, index) => {
    const seed = Number(options.seed) + index
    const problem = read(generateProgramme({ workers, packages, seed, ...kinds[index % kinds.length]! }))
    if (index === 0) planned(problem)
    let usual = planned(problem)
    const runs = trials.map(({ plan }, at) => {
      if (at > 0 && at % trialsBetween === 0) usual = planned(problem)
      const run = plan(problem)
      return { ...run, ratio: run.used / usual.used }
    })
    process.stderr.write(`problem ${index + 1}, seed ${seed}: ${(100 * usual.gap).toFixed(3)} %\n`)
    return { usual, runs }
  })
}

const trials = options.rooms.split(',').flatMap((room) => (room === 'prices' || room === 'search' ? trialsOf(room) : []))
const results = runAll(trials)
const usualGap = mean(results.map(({ usual }) => usual.gap))
const signed = (value: number, digits: number) => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(digits)}`
const lines = trials.map(({ instead, name, value }, at) => {
  const runs = results.map(({ runs: all }) => all[at]!)
  const more = runs.map((run, index) => 100 * (run.gap - results[index]!.usual.gap))
  const ofKind = kinds.map((_, kind) => mean(more.filter((_, index) => index % kinds.length === kind)))
  const fairer = 100 * mean(runs.map((run, index) => run.fairness - results[index]!.usual.fairness))
  const ratio = percentile(
    runs.map((run) => run.ratio).sort((a, b) => a - b),
    0.5,
  )
  const gaps = `${signed(mean(more), 3)} | ${signed(Math.max(...ofKind), 3)}`
  return `| ${name} | ${value} | ${instead} | ${gaps} | ${signed(100 * (ratio - 1), 1)} % | ${signed(fairer, 3)} |`
})
process.stdout.write(
  `${options.problems} problems of ${options.size}, seeds from ${options.seed}, mean gap ${(100 * usualGap).toFixed(3)} %\n\n` +
    `| constant | is | tried | gap, points | in the worst kind | time | fairness, points |\n|---|---|---|---|---|---|---|\n${lines.join('\n')}\n`,
)
