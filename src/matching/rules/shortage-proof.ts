import { compile } from './compile.ts'
import type { Plan } from './plan.ts'
import type { Problem } from './problem.ts'

/**
 * A proof that some packages cannot all be finished: together they need more minutes, at everybody's fastest, than all eligible people have
 * in the days from the first release to the last due day.
 */
export type ShortageProof = {
  readonly packages: readonly string[]
  readonly fromDay: number
  readonly toDay: number
  readonly neededMinutes: number
  readonly availableMinutes: number
  readonly people: number
}

/** Looks for the smallest such set around a package with units left; null when no count of minutes proves the shortage. */
export function proveShortage(problem: Problem, plan: Pick<Plan, 'prices'>, packageId: string): ShortageProof | null {
  const compiled = compile(problem)
  const target = compiled.packages.findIndex((pack) => pack.id === packageId)
  if (target < 0) return null
  const scarce = compiled.packages.flatMap((pack, index) => (index === target || (plan.prices.package[pack.id] ?? 0) > 0 ? [index] : []))
  const peopleOf = (pack: number) => Array.from(compiled.byPackage.subarray(compiled.packageStart[pack]!, compiled.packageStart[pack + 1]!), (arc) => compiled.arcWorker[arc]!)
  const near = new Set(peopleOf(target))
  // Packages that share the most people with the target join first, those due later than the window grow it.
  const order = scarce
    .filter((pack) => pack !== target)
    .map((pack) => ({ pack, shared: peopleOf(pack).filter((worker) => near.has(worker)).length / Math.max(1, peopleOf(pack).length) }))
    .filter((one) => one.shared > 0)
    .sort((a, b) => b.shared - a.shared || a.pack - b.pack)
    .slice(0, 60)
  const set = [target]
  for (const next of [-1, ...order.map((one) => one.pack)]) {
    if (next >= 0) set.push(next)
    const proof = countMinutes(compiled, set)
    if (proof.neededMinutes > proof.availableMinutes) return proof
  }
  return null
}

function countMinutes(compiled: ReturnType<typeof compile>, set: readonly number[]): ShortageProof {
  const fromDay = Math.min(...set.map((pack) => compiled.release[pack]!))
  const toDay = Math.max(...set.map((pack) => compiled.due[pack]!))
  const people = new Set<number>()
  let neededMinutes = 0
  for (const pack of set) {
    let fastest = Number.POSITIVE_INFINITY
    for (let at = compiled.packageStart[pack]!; at < compiled.packageStart[pack + 1]!; at += 1) {
      const arc = compiled.byPackage[at]!
      fastest = Math.min(fastest, compiled.arcMinutes[arc]!)
      people.add(compiled.arcWorker[arc]!)
    }
    neededMinutes += compiled.units[pack]! * (Number.isFinite(fastest) ? fastest : compiled.unitMinutes[pack]!)
  }
  let availableMinutes = 0
  for (const worker of people) {
    let hours = 0
    for (let day = fromDay; day <= toDay; day += 1) hours += compiled.hours[worker * compiled.days + day]!
    availableMinutes += Math.min(hours, compiled.ceiling[worker]!)
  }
  return { packages: set.map((pack) => compiled.packages[pack]!.id), fromDay, toDay, neededMinutes, availableMinutes, people: people.size }
}
