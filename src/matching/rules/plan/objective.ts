import { type Compiled, exactWork } from '../problem/compile.ts'
import type { OpenPlan } from './open-plan.ts'
import type { Objective } from '../problem/plan.ts'
import type { Municipality } from '../problem/problem.ts'

type Scores = { readonly fairness: number; readonly continuity: number; readonly risk: number }

const noScores: Scores = { fairness: 0, continuity: 0, risk: 0 }

/**
 * Work comes first, strictly: every sum of work is a multiple of one step, and all the rest together is at most a thousandth of that step.
 * Within the rest fairness counts ten times continuity, and continuity ten times the spread of risk.
 */
export function secondaryScale(compiled: Compiled): number {
  return 1e-3 / (compiled.workScale === 0 ? 1e6 : compiled.workScale)
}

/** How the parts of fairness count; each part is between 0 and 1. */
export const fairnessWeights = { people: 0.6, municipalities: 0.35, growth: 0.05 } as const

const weights = { fairness: 0.9, continuity: 0.09, risk: 0.009 } as const

export function objectiveOf(plan: OpenPlan, scores: Scores): Objective {
  const scale = secondaryScale(plan.compiled)
  const work = exactWork(plan.compiled, plan.work)
  const fairness = scale * weights.fairness * scores.fairness
  const continuity = scale * weights.continuity * scores.continuity
  const risk = scale * weights.risk * scores.risk
  return { work, fairness, continuity, risk, total: work + fairness + continuity + risk }
}

export function scoresOf(plan: OpenPlan, municipalities: readonly Municipality[]): Scores {
  let offers = 0
  let busy = 0
  for (const held of plan.held) {
    offers += held.length
    if (held.length > 0) busy += 1
  }
  if (offers === 0) return noScores
  return { fairness: fairnessOf(plan, municipalities), continuity: busy / offers, risk: riskOf(plan) }
}

/** What each person would like to do, in minutes: as said, else everything their days and their ceiling allow. */
export function wantedMinutes(compiled: Compiled): Float64Array {
  return Float64Array.from(compiled.workers, (worker, index) => {
    if (worker.wantedMinutes !== null) return worker.wantedMinutes
    const free = worker.minutesByDay.reduce((sum, minutes) => sum + minutes, 0)
    return Math.min(free, compiled.ceiling[index]!)
  })
}

/** Concave in the part of the wanted minutes that a person gets, so that the first hour for somebody counts more than the last for another. */
export function shareWorth(given: number, wanted: number): number {
  const part = Math.min(1, given / wanted)
  return part * (2 - part)
}

function fairnessOf(plan: OpenPlan, municipalities: readonly Municipality[]): number {
  const compiled = plan.compiled
  const wanted = wantedMinutes(compiled)
  const byMunicipality = new Map<string, number>()
  let worth = 0
  let people = 0
  let minutes = 0
  let growth = 0
  for (let worker = 0; worker < compiled.workers.length; worker += 1) {
    const given = plan.used[worker]!
    if (wanted[worker]! > 0) {
      worth += shareWorth(given, wanted[worker]!)
      people += 1
    }
    minutes += given
    const municipality = compiled.workers[worker]!.municipality
    if (municipality !== null) byMunicipality.set(municipality, (byMunicipality.get(municipality) ?? 0) + given)
    for (const arc of plan.held[worker]!) if (compiled.arcGrowth[arc] === 1) growth += plan.units[arc]! * compiled.arcMinutes[arc]!
  }
  const asked = municipalities.reduce((sum, one) => sum + one.fairShare, 0)
  let short = 0
  for (const one of municipalities) short += Math.max(0, one.fairShare - (byMunicipality.get(one.id) ?? 0) / Math.max(1, minutes))
  const shares = asked === 0 ? 1 : 1 - Math.min(1, short / asked)
  const { people: ofPeople, municipalities: ofShares, growth: ofGrowth } = fairnessWeights
  return ofPeople * (people === 0 ? 1 : worth / people) + ofShares * shares + ofGrowth * Math.min(1, growth / Math.max(1, minutes))
}

/** One minus the part of the work that a single decline would take away, weighed by how likely declines are. */
function riskOf(plan: OpenPlan): number {
  const compiled = plan.compiled
  const offered = new Float64Array(compiled.packages.length)
  const squares = new Float64Array(compiled.packages.length)
  for (let worker = 0; worker < compiled.workers.length; worker += 1) {
    const declines = 1 - compiled.workers[worker]!.acceptProbability
    for (const arc of plan.held[worker]!) {
      const units = plan.units[arc]!
      offered[compiled.arcPackage[arc]!]! += units
      squares[compiled.arcPackage[arc]!]! += units * units * declines
    }
  }
  let sum = 0
  let count = 0
  for (let pack = 0; pack < offered.length; pack += 1) {
    if (offered[pack]! === 0) continue
    sum += squares[pack]! / (offered[pack]! * offered[pack]!)
    count += 1
  }
  return 1 - sum / Math.max(1, count)
}

/**
 * What a thousand more minutes in each municipality would add to its part of fairness: the same for every one below its share, nothing where the
 * share is met.
 */
export function municipalityPrices(plan: OpenPlan, municipalities: readonly Municipality[]): Record<string, number> {
  const given = new Map<string, number>()
  let minutes = 0
  plan.compiled.workers.forEach(({ municipality }, worker) => {
    minutes += plan.used[worker]!
    if (municipality !== null) given.set(municipality, (given.get(municipality) ?? 0) + plan.used[worker]!)
  })
  const asked = municipalities.reduce((sum, one) => sum + one.fairShare, 0)
  const prices: Record<string, number> = {}
  for (const { id, fairShare } of municipalities) {
    const short = fairShare - (given.get(id) ?? 0) / Math.max(1, minutes)
    prices[id] = short > 0 ? Math.round((1e3 * 1e6 * fairnessWeights.municipalities) / asked / Math.max(1, minutes)) / 1e6 : 0
  }
  return prices
}
