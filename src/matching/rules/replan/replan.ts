import { Chains } from '../search/chains.ts'
import { arcOf, arcsById, compile, indexById } from '../problem/compile.ts'
import { OpenPlan, type ArcState } from '../plan/open-plan.ts'
import { placeLot } from '../plan/place-lot.ts'
import type { Plan } from '../problem/plan.ts'
import type { PairIds, Problem, WorkPackage } from '../problem/problem.ts'
import { noPrices, type Prices } from '../prices/question.ts'

/** What happened since the plan was made. Days are 0-based and include both ends. */
export type Happening =
  | (PairIds & { readonly kind: 'declined' | 'accepted' })
  | { readonly kind: 'ill'; readonly worker: string; readonly fromDay: number; readonly toDay: number }
  | { readonly kind: 'hours'; readonly worker: string; readonly minutesByDay: readonly number[] }
  | { readonly kind: 'package'; readonly package: WorkPackage }

type OfferChange = PairIds & { readonly unitsBefore: number; readonly unitsAfter: number }

/** The small difference that is proposed; nothing is sent by it. `undo` puts everything back exactly as it was. */
type Replanned = { readonly changes: readonly OfferChange[]; readonly workChange: number; readonly undo: () => void }

const exchanges = 12

/** A plan kept open, so that one happening is answered in milliseconds. Accepted offers never move. */
export class LivePlan {
  #problem: Problem
  #plan: OpenPlan
  #prices: Prices
  #chains: Chains
  #workers = new Map<string, number>()
  #packages = new Map<string, number>()

  constructor(problem: Problem, plan: Plan) {
    this.#problem = problem
    this.#plan = openFrom(problem, plan)
    this.#prices = pricesFrom(this.#plan, plan)
    this.#chains = new Chains(this.#plan, this.#prices, 1)
    this.#index()
  }

  get work(): number {
    return this.#plan.work
  }

  /** The offers as they now are, in order of worker and package. */
  offers(): OfferChange[] {
    const offers: OfferChange[] = []
    for (const held of this.#plan.held)
      for (const arc of [...held].sort((a, b) => a - b)) offers.push(this.#change(arc, this.#plan.units[arc]!, this.#plan.units[arc]!))
    return offers
  }

  /** Answers a happening with the smallest repair that the prices suggest; unknown people and packages are an error of the caller. */
  happen(happening: Happening): Replanned {
    if (happening.kind === 'package') return this.#addPackage(happening.package)
    const journal: ArcState[] = []
    const before = this.#plan.work
    this.#plan.journal = journal
    const worker = this.#find(this.#workers, happening.worker)
    const undoFacts = this.#apply(happening, worker)
    this.#repair(journal, worker, happening.kind)
    this.#plan.journal = null
    const plan = this.#plan
    const undo = () => {
      undoFacts()
      for (let at = journal.length - 1; at >= 0; at -= 1) plan.restore(journal[at]!)
    }
    return { changes: this.#changes(journal), workChange: this.#plan.work - before, undo }
  }

  #index(): void {
    this.#workers = indexById(this.#plan.compiled.workers)
    this.#packages = indexById(this.#plan.compiled.packages)
  }

  #find(index: ReadonlyMap<string, number>, id: string): number {
    const found = index.get(id)
    if (found === undefined) throw new Error(`Not in this plan: ${id}`)
    return found
  }

  #apply(happening: Exclude<Happening, { kind: 'package' }>, worker: number): () => void {
    if (happening.kind === 'ill') {
      const minutes = this.#hoursOf(worker).map((one, day) => (day >= happening.fromDay && day <= happening.toDay ? 0 : one))
      return this.#setHours(worker, minutes)
    }
    if (happening.kind === 'hours') return this.#setHours(worker, happening.minutesByDay)
    const arc = arcOf(this.#plan.compiled, worker, this.#find(this.#packages, happening.package))
    if (arc < 0) return () => undefined
    if (happening.kind === 'accepted') {
      if (this.#plan.units[arc] === 0) return () => undefined
      this.#plan.locked.add(arc)
      return () => this.#plan.locked.delete(arc)
    }
    if (this.#plan.units[arc]! > 0) this.#plan.remove(arc, this.#plan.units[arc]!)
    this.#plan.closed.add(arc)
    return () => this.#plan.closed.delete(arc)
  }

  #hoursOf(worker: number): number[] {
    const { hours, days } = this.#plan.compiled
    return Array.from(hours.subarray(worker * days, (worker + 1) * days))
  }

  /** Changes somebody's hours and takes back the offers that do not fit any more; accepted ones stay. */
  #setHours(worker: number, minutesByDay: readonly number[]): () => void {
    const plan = this.#plan
    const { hours, days } = plan.compiled
    const before = this.#hoursOf(worker)
    const held = plan.held[worker]!.filter((arc) => !plan.locked.has(arc))
    const had = held.map((arc) => plan.units[arc]!)
    held.forEach((arc, index) => plan.remove(arc, had[index]!))
    hours.set(minutesByDay.slice(0, days), worker * days)
    plan.refresh(worker)
    held.forEach((arc, index) => placeLot(plan, arc, had[index]!))
    return () => {
      hours.set(before, worker * days)
      plan.refresh(worker)
    }
  }

  /** Finds people for the units that came free, and work for the hours that did. */
  #repair(journal: readonly ArcState[], worker: number, kind: Happening['kind']): void {
    const compiled = this.#plan.compiled
    const touched = new Set<number>()
    for (const state of journal) if (this.#plan.left[compiled.arcPackage[state.arc]!]! > 0) touched.add(compiled.arcPackage[state.arc]!)
    for (const pack of touched) this.#chains.fill(pack, exchanges)
    if (kind === 'declined' || kind === 'hours') this.#useHours(worker)
  }

  #useHours(worker: number): void {
    const plan = this.#plan
    const compiled = plan.compiled
    for (let arc = compiled.start[worker]!; arc < compiled.start[worker + 1]!; arc += 1) {
      if (plan.left[compiled.arcPackage[arc]!]! > 0 && compiled.arcGrowth[arc] === 0 && compiled.arcValue[arc]! > 0) placeLot(plan, arc)
    }
  }

  #changes(journal: readonly ArcState[]): OfferChange[] {
    const first = new Map<number, number>()
    for (const state of journal) if (!first.has(state.arc)) first.set(state.arc, state.units)
    return [...first]
      .filter(([arc, units]) => this.#plan.units[arc] !== units)
      .sort((a, b) => a[0] - b[0])
      .map(([arc, units]) => this.#change(arc, units, this.#plan.units[arc]!))
  }

  #change(arc: number, unitsBefore: number, unitsAfter: number): OfferChange {
    const compiled = this.#plan.compiled
    return {
      worker: compiled.workers[compiled.arcWorker[arc]!]!.id,
      package: compiled.packages[compiled.arcPackage[arc]!]!.id,
      unitsBefore,
      unitsAfter,
    }
  }

  /** A new package changes the arrays, so the open plan is made anew around it and everything held is moved over. */
  #addPackage(pack: WorkPackage): Replanned {
    const kept = { problem: this.#problem, plan: this.#plan, prices: this.#prices, chains: this.#chains }
    const before = this.#plan.work
    this.#problem = { ...this.#problem, packages: [...this.#problem.packages, pack] }
    this.#plan = moveOver(this.#problem, kept.plan)
    this.#prices = movePrices(kept.plan, kept.prices, this.#plan)
    this.#chains = new Chains(this.#plan, this.#prices, 1)
    this.#index()
    const index = this.#find(this.#packages, pack.id)
    this.#prices.package[index] = pack.unitMinutes * pack.priority
    const journal: ArcState[] = []
    this.#plan.journal = journal
    this.#chains.fill(index, exchanges)
    this.#plan.journal = null
    const changes = this.#changes(journal)
    const undo = () => {
      this.#problem = kept.problem
      this.#plan = kept.plan
      this.#prices = kept.prices
      this.#chains = kept.chains
      this.#index()
    }
    return { changes, workChange: this.#plan.work - before, undo }
  }
}

/** Opens a plan that was written by `report`. */
function openFrom(problem: Problem, plan: Plan): OpenPlan {
  const open = new OpenPlan(compile(problem))
  const compiled = open.compiled
  const arcs = arcsById(compiled)
  for (const offer of plan.offers) {
    const arc = arcs(offer.worker, offer.package)
    if (arc < 0) continue
    const onSite = compiled.packageSite[compiled.arcPackage[arc]!]! >= 0
    open.restore({
      arc,
      units: offer.units,
      seatDays: onSite ? Float64Array.from(offer.byDay) : null,
      reviews: reviewsOf(open, plan, offer),
    })
  }
  return open
}

function reviewsOf(open: OpenPlan, plan: Plan, offer: Plan['offers'][number]) {
  const found = plan.reviews.filter((review) => review.for === offer.worker && review.package === offer.package)
  if (found.length === 0) return null
  return found.map((review) => ({
    reviewer: open.compiled.workers.findIndex((worker) => worker.id === review.worker),
    minutes: review.minutes,
  }))
}

function pricesFrom(open: OpenPlan, plan: Plan): Prices {
  const compiled = open.compiled
  const prices = noPrices(compiled)
  compiled.packages.forEach((pack, index) => (prices.package[index] = (plan.prices.package[pack.id] ?? 0) * pack.unitMinutes))
  compiled.siteIds.forEach((id, index) => prices.seat.set((plan.prices.site[id] ?? []).slice(0, compiled.days), index * compiled.days))
  return prices
}

/** The same people and offers on a problem with more packages. */
function moveOver(problem: Problem, from: OpenPlan): OpenPlan {
  const open = new OpenPlan(compile(problem))
  const find = arcsById(open.compiled)
  const nameOf = (arc: number) =>
    [from.compiled.workers[from.compiled.arcWorker[arc]!]!.id, from.compiled.packages[from.compiled.arcPackage[arc]!]!.id] as const
  open.compiled.hours.set(from.compiled.hours)
  for (let worker = 0; worker < open.compiled.workers.length; worker += 1) open.refresh(worker)
  for (const held of from.held) {
    for (const arc of held) open.restore({ ...from.snapshot(arc), arc: find(...nameOf(arc)) })
  }
  for (const arc of from.locked) open.locked.add(find(...nameOf(arc)))
  for (const arc of from.closed) open.closed.add(find(...nameOf(arc)))
  return open
}

function movePrices(from: OpenPlan, prices: Prices, to: OpenPlan): Prices {
  const moved = noPrices(to.compiled)
  const byId = new Map(from.compiled.packages.map((pack, index) => [pack.id, prices.package[index]!]))
  to.compiled.packages.forEach((pack, index) => (moved.package[index] = byId.get(pack.id) ?? 0))
  moved.seat.set(prices.seat)
  return moved
}
