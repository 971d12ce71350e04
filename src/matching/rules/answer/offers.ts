import type { OpenPlan } from '../plan/open-plan.ts'
import type { Offer } from '../problem/plan.ts'
import { type Prices, questionAt } from '../prices/question.ts'
import { type Job, layOut } from '../problem/room.ts'
import { whyOffer } from './why.ts'

/** The minutes by day of everything that somebody does. */
type LaidOut = {
  readonly accepted: readonly { readonly package: number; readonly byDay: number[] }[]
  readonly reviews: readonly { readonly arc: number; readonly minutes: number; readonly byDay: number[] }[]
  readonly offers: readonly { readonly arc: number; readonly byDay: number[] }[]
}

/** Lays the work of one person onto days. */
export function layOutWorker(plan: OpenPlan, worker: number): LaidOut {
  const { days, hours } = plan.compiled
  const acceptedJobs = [...Map.groupBy(plan.accepted.get(worker) ?? [], (job) => job.package)]
  const reviewJobs = [...(plan.reviews.byReviewer.get(worker) ?? [])]
  const offered = plan.held[worker]!.map((arc) => ({ arc, jobs: plan.jobsOfArc(arc) }))
  const jobs: Job[] = [
    ...acceptedJobs.flatMap(([, own]) => own),
    ...reviewJobs.map(([, job]) => job),
    ...offered.flatMap((one) => one.jobs),
  ]
  const laid = layOut(hours.subarray(worker * days, (worker + 1) * days), jobs)
  let at = 0
  const merge = (count: number) => {
    if (count === 1) return laid[at++]!
    const byDay = new Array<number>(days).fill(0)
    for (const row of laid.slice(at, at + count)) row.forEach((minutes, day) => (byDay[day]! += minutes))
    at += count
    return byDay
  }
  const accepted = acceptedJobs.map(([pack, own]) => ({ package: pack, byDay: merge(own.length) }))
  const reviews = reviewJobs.map(([arc, { minutes }]) => ({ arc, minutes, byDay: merge(1) }))
  return { accepted, reviews, offers: offered.map(({ arc, jobs: own }) => ({ arc, byDay: merge(own.length) })) }
}

/** The offers of a plan in order of worker and package, each made when it is read: with their days and reasons they need more memory than all else. */
export class PlanOffers implements Iterable<Offer> {
  readonly #plan: OpenPlan
  readonly #prices: Prices

  constructor(plan: OpenPlan, prices: Prices) {
    this.#plan = plan
    this.#prices = prices
  }

  *[Symbol.iterator](): Generator<Offer, void> {
    const { arcMinutes, arcPackage, packages, workers } = this.#plan.compiled
    const question = questionAt(this.#plan.compiled, this.#prices)
    // The same few facts are told of thousands of offers: each is kept once.
    const known = new Map<string, string>()
    const once = (fact: string) => known.get(fact) ?? (known.set(fact, fact), fact)
    for (const [worker, { id }] of workers.entries()) {
      if (this.#plan.held[worker]!.length === 0) continue
      const laid = [...layOutWorker(this.#plan, worker).offers].sort((a, b) => a.arc - b.arc)
      for (const { arc, byDay } of laid) {
        const units = this.#plan.units[arc]!
        const why = whyOffer(this.#plan, arc, question).map(once)
        yield { worker: id, package: packages[arcPackage[arc]!]!.id, units, minutes: units * arcMinutes[arc]!, byDay, why }
      }
    }
  }
}
