import { Chains } from './chains.ts'
import type { OpenPlan } from '../plan/open-plan.ts'
import { Random } from '../random.ts'
import { outOfReach, reachOf } from './reach.ts'
import { Rebuild } from './rebuild.ts'
import type { Prices } from '../prices/question.ts'
import { tuning } from './tuning.ts'

type ImproveOptions = {
  /** Small groups of people that are rebuilt. */
  readonly rebuilds: number
  readonly seed: number
  /** Work with which a plan is good enough. */
  readonly enough: number
  /** The part of the work that as many rebuilds as there are people must gain, or the search ends. */
  readonly leastGain: number
  readonly stop: () => boolean
  readonly onRound: (done: number) => void
}

/** Makes a plan better until nothing helps, the budget is used or somebody stops; never worse. */
export function improve(plan: OpenPlan, prices: Prices, options: ImproveOptions): void {
  if (plan.compiled.arcCount === 0) return
  const chains = new Chains(plan, prices, options.seed)
  const rounds = Math.max(1, Math.min(tuning.chainRounds, Math.floor(tuning.packagesInChains / plan.left.length)))
  for (let round = 0; round < rounds; round += 1) {
    let better = false
    const reach = round === 0 ? null : reachOf(plan, prices)
    if (reach !== null) chains.aim(reach)
    for (const pack of byLostWorth(plan, prices)) {
      if (options.stop()) return
      if (reach && reach[pack] === outOfReach) continue
      if (chains.fill(pack, tuning.exchanges)) better = true
    }
    if (!better) break
  }
  const random = new Random(options.seed)
  const rebuild = new Rebuild(plan, prices, random)
  const patience = tuning.redraw * Math.ceil(plan.held.length / tuning.redraw)
  let before = plan.work
  for (let done = 0; done < options.rebuilds; done += tuning.redraw) {
    if (options.stop() || plan.work >= options.enough) return
    if (done > 0 && done % patience === 0) {
      if (plan.work - before < options.leastGain * plan.work) return
      before = plan.work
    }
    const draw = drawByLostWorth(plan, prices, random)
    const drawPerson = drawByIdleTime(plan, random)
    for (let step = 0; step < tuning.redraw; step += 1) {
      if (step % 3 === 2) rebuild.aroundPerson(drawPerson(), tuning.people)
      else rebuild.around(step % 2 === 0 ? random.below(plan.left.length) : draw(), tuning.people)
    }
    options.onRound(done + tuning.redraw)
  }
}

/** Packages with units left, those with the most worth at the prices first. */
function byLostWorth(plan: OpenPlan, prices: Prices): number[] {
  const open: number[] = []
  for (let pack = 0; pack < plan.left.length; pack += 1) {
    if (plan.left[pack]! > 0 && plan.compiled.packageStart[pack + 1]! > plan.compiled.packageStart[pack]!) open.push(pack)
  }
  return open.sort((a, b) => prices.package[b]! * plan.left[b]! - prices.package[a]! * plan.left[a]! || a - b)
}

/** Draws packages as often as worth is lost in them. */
function drawByLostWorth(plan: OpenPlan, prices: Prices, random: Random): () => number {
  const sums = new Float64Array(plan.left.length)
  let sum = 0
  for (let pack = 0; pack < sums.length; pack += 1) {
    sum += Math.min(plan.left[pack]!, plan.compiled.fillable[pack]!) * prices.package[pack]!
    sums[pack] = sum
  }
  return () => firstAbove(sums, random.next() * sum)
}

/** Draws people as often as they have idle minutes. */
function drawByIdleTime(plan: OpenPlan, random: Random): () => number {
  const sums = new Float64Array(plan.used.length)
  let sum = 0
  for (let worker = 0; worker < sums.length; worker += 1) {
    sum += Math.max(0, plan.capacity[worker]! - plan.used[worker]!)
    sums[worker] = sum
  }
  return () => firstAbove(sums, random.next() * sum)
}

/** The first index whose sum is above a value. */
function firstAbove(sums: Float64Array, value: number): number {
  let low = 0
  let high = sums.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (sums[middle]! > value) high = middle
    else low = middle + 1
  }
  return low
}
