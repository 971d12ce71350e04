import type { OpenPlan } from '../plan/open-plan.ts'

const places = 3
/** A room is laid out only for so many people per package; the rest is told from the sums. */
const looks = 24
const arcsLookedAt = 400

/**
 * People who could step in when somebody declines, by package: arcs in order of rank, the most units they still have room for first.
 * How often somebody has declined before plays no part.
 */
export function rankStandby(plan: OpenPlan): ReadonlyMap<number, readonly number[]> {
  const compiled = plan.compiled
  const ranked = new Map<number, readonly number[]>()
  for (let pack = 0; pack < compiled.packages.length; pack += 1) {
    const found: { readonly arc: number; readonly units: number }[] = []
    let looked = 0
    for (
      let at = compiled.packageStart[pack]!;
      at < Math.min(compiled.packageStart[pack]! + arcsLookedAt, compiled.packageStart[pack + 1]!) && looked < looks;
      at += 1
    ) {
      const arc = compiled.byPackage[at]!
      if (
        plan.units[arc]! > 0 ||
        plan.closed.has(arc) ||
        plan.capacity[compiled.arcWorker[arc]!]! - plan.used[compiled.arcWorker[arc]!]! < compiled.arcMinutes[arc]! * compiled.lotMin[pack]!
      )
        continue
      looked += 1
      const units = plan.fitWithin(arc, compiled.lotMax[pack]!)
      if (units > 0 && units >= compiled.lotMin[pack]!) found.push({ arc, units })
    }
    found.sort((a, b) => b.units - a.units || a.arc - b.arc)
    if (found.length > 0)
      ranked.set(
        pack,
        found.slice(0, places).map((one) => one.arc),
      )
  }
  return ranked
}

/**
 * The probability that offers and standby together finish each package that has offers, when people decide independently. Up to eight offers are
 * enumerated; beyond that the declined units are taken as normal. Standby counts with the units it may be expected to accept.
 */
export function probabilityOnTime(plan: OpenPlan, standby: ReadonlyMap<number, readonly number[]>): Record<string, number> {
  const compiled = plan.compiled
  const chances: Record<string, number> = {}
  const offersOf = offersByPackage(plan)
  for (let pack = 0; pack < compiled.packages.length; pack += 1) {
    const offers = offersOf[pack]!
    if (offers.length === 0) continue
    let spare = 0
    for (const arc of standby.get(pack) ?? []) {
      spare += plan.fitWithin(arc, compiled.lotMax[pack]!) * compiled.workers[compiled.arcWorker[arc]!]!.acceptProbability
    }
    const chance = plan.left[pack]! > 0 ? 0 : offers.length <= 8 ? enumerated(offers, spare) : asNormal(offers, spare)
    chances[compiled.packages[pack]!.id] = Math.round(chance * 1e4) / 1e4
  }
  return chances
}

function offersByPackage(plan: OpenPlan): Chance[][] {
  const compiled = plan.compiled
  const offers: Chance[][] = compiled.packages.map(() => [])
  plan.held.forEach((held, worker) => {
    const accepts = compiled.workers[worker]!.acceptProbability
    for (const arc of held) offers[compiled.arcPackage[arc]!]!.push({ units: plan.units[arc]!, accepts })
  })
  return offers
}

type Chance = { readonly units: number; readonly accepts: number }

function enumerated(offers: readonly Chance[], spare: number): number {
  let chance = 0
  for (let set = 0; set < 1 << offers.length; set += 1) {
    let probability = 1
    let declined = 0
    offers.forEach((offer, index) => {
      const declines = (set & (1 << index)) !== 0
      probability *= declines ? 1 - offer.accepts : offer.accepts
      if (declines) declined += offer.units
    })
    if (declined <= spare) chance += probability
  }
  return chance
}

function asNormal(offers: readonly Chance[], spare: number): number {
  let mean = 0
  let variance = 0
  for (const offer of offers) {
    mean += offer.units * (1 - offer.accepts)
    variance += offer.units * offer.units * offer.accepts * (1 - offer.accepts)
  }
  if (variance === 0) return mean <= spare ? 1 : 0
  return normalBelow((spare - mean) / Math.sqrt(variance))
}

/** Abramowitz and Stegun 26.2.17, error below 7.5 × 10⁻⁸. */
function normalBelow(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z))
  const tail =
    Math.exp((-z * z) / 2) *
    0.3989422804014327 *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return z >= 0 ? 1 - tail : tail
}
