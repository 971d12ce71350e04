import { type Compiled, compile, indexById } from '../problem/compile.ts'
import type { Problem } from '../problem/problem.ts'

/**
 * A proof that some packages cannot all be finished: together they need more minutes, at everybody's fastest, than all eligible people have on
 * the days on which they could work on them; or, where a site is given, than the site has seats on those days.
 */
export type ShortageProof = {
  readonly packages: readonly string[]
  readonly fromDay: number
  readonly toDay: number
  readonly neededMinutes: number
  readonly availableMinutes: number
  readonly people: number
  readonly site: string | null
}

/** Packages that are looked at beside one, and that a proof may join to it. */
const limits = { candidates: 200, joined: 100, atOnce: 10 } as const

/**
 * For packages with units left the first proof that is found; a proof that names several of them serves for all. Packages without one may
 * still be impossible to finish for a reason that no count of minutes shows, such as the size of lots.
 */
export function proveShortages(problem: Problem, packageIds: readonly string[]): ReadonlyMap<string, ShortageProof> {
  const compiled = compile(problem)
  const indexOf = indexById(compiled.packages)
  const needed = Float64Array.from(compiled.packages.keys(), (pack) => neededMinutes(compiled, pack))
  const proofs = new Map<string, ShortageProof>()
  for (const id of packageIds) {
    const target = indexOf.get(id)
    if (target === undefined || proofs.has(id)) continue
    const proof = provenByPeople(compiled, needed, target) ?? provenBySeats(compiled, needed, target)
    for (const one of proof?.packages ?? []) if (proof !== null && !proofs.has(one)) proofs.set(one, proof)
  }
  return proofs
}

function peopleOf(compiled: Compiled, pack: number): Int32Array {
  return compiled.byPackage.subarray(compiled.packageStart[pack]!, compiled.packageStart[pack + 1]!).map((arc) => compiled.arcWorker[arc]!)
}

/** Minutes of the units that nobody has accepted, if the fastest person did them all. */
function neededMinutes(compiled: Compiled, pack: number): number {
  let fastest = Number.POSITIVE_INFINITY
  for (let at = compiled.packageStart[pack]!; at < compiled.packageStart[pack + 1]!; at += 1)
    fastest = Math.min(fastest, compiled.arcMinutes[compiled.byPackage[at]!]!)
  return compiled.units[pack]! * (Number.isFinite(fastest) ? fastest : compiled.unitMinutes[pack]!)
}

/** Always joins the package that brings the most need for the fewest further minutes of people. */
function provenByPeople(compiled: Compiled, needed: Float64Array, target: number): ShortageProof | null {
  const set = new PeopleSet(compiled, needed)
  set.join(target)
  const candidates = neighbours(compiled, target)
  while (set.needed <= set.available) {
    if (candidates.size === 0 || set.packages.length > limits.joined) return null
    const gains = [...candidates].map((pack) => ({ pack, gain: needed[pack]! - set.further(pack) })).sort((a, b) => b.gain - a.gain)
    for (const { gain, pack } of gains.slice(0, limits.atOnce)) {
      // The first one is the way on; what brings a need of its own can only help.
      if (gain <= 0 && pack !== gains[0]?.pack) break
      candidates.delete(pack)
      set.join(pack)
      if (set.needed > set.available) break
    }
  }
  return set.proof()
}

/** The packages that share the greatest part of their people with one. */
function neighbours(compiled: Compiled, target: number): Set<number> {
  const near = new Set(peopleOf(compiled, target))
  const shared = new Map<number, number>()
  for (const worker of near) {
    for (let arc = compiled.start[worker]!; arc < compiled.start[worker + 1]!; arc += 1)
      shared.set(compiled.arcPackage[arc]!, (shared.get(compiled.arcPackage[arc]!) ?? 0) + 1)
  }
  shared.delete(target)
  const part = (pack: number, count: number) => count / (compiled.packageStart[pack + 1]! - compiled.packageStart[pack]!)
  const sorted = [...shared].sort(([a, inA], [b, inB]) => part(b, inB) - part(a, inA) || a - b)
  return new Set(sorted.slice(0, limits.candidates).map(([pack]) => pack))
}

/** Packages, everybody who can do one of them, and the days on which each of these people could. */
class PeopleSet {
  readonly packages: number[] = []
  needed = 0
  available = 0
  readonly #compiled: Compiled
  readonly #neededBy: Float64Array
  /** 1 for each day of the set, and the minutes of these days, by person. */
  readonly #days = new Map<number, Uint8Array>()
  readonly #minutes: Float64Array

  constructor(compiled: Compiled, neededBy: Float64Array) {
    this.#compiled = compiled
    this.#neededBy = neededBy
    this.#minutes = new Float64Array(compiled.workers.length)
  }

  /** Minutes, up to their ceilings, that the people of a package would add. */
  further(pack: number): number {
    const { arcWorker, byPackage, ceiling, packageStart } = this.#compiled
    let sum = 0
    for (let at = packageStart[pack]!; at < packageStart[pack + 1]!; at += 1) {
      const worker = arcWorker[byPackage[at]!]!
      const known = this.#minutes[worker]!
      if (known < ceiling[worker]!) sum += Math.min(ceiling[worker]! - known, this.#newMinutes(worker, pack))
    }
    return sum
  }

  join(pack: number): void {
    const { days, due, release } = this.#compiled
    this.available += this.further(pack)
    this.needed += this.#neededBy[pack]!
    this.packages.push(pack)
    for (const worker of peopleOf(this.#compiled, pack)) {
      this.#minutes[worker]! += this.#newMinutes(worker, pack)
      const row = this.#days.get(worker) ?? new Uint8Array(days)
      this.#days.set(worker, row.fill(1, release[pack], due[pack]! + 1))
    }
  }

  /** What a person has on the days of a package that are not yet days of the set. */
  #newMinutes(worker: number, pack: number): number {
    const { days, due, hours, release } = this.#compiled
    const row = this.#days.get(worker)
    let minutes = 0
    for (let day = release[pack]!; day <= due[pack]!; day += 1)
      if (row === undefined || row[day] === 0) minutes += hours[worker * days + day]!
    return minutes
  }

  proof(): ShortageProof {
    const { due, packages, release } = this.#compiled
    return {
      packages: this.packages.map((pack) => packages[pack]!.id),
      fromDay: Math.min(...this.packages.map((pack) => release[pack]!)),
      toDay: Math.max(...this.packages.map((pack) => due[pack]!)),
      neededMinutes: this.needed,
      availableMinutes: this.available,
      people: this.#days.size,
      site: null,
    }
  }
}

/** For each span of days from the package's own window on: everything that must be done at the site within it against its seats. */
function provenBySeats(compiled: Compiled, neededBy: Float64Array, target: number): ShortageProof | null {
  const { days, due, packageSite, packages, release, seats } = compiled
  const site = packageSite[target]!
  if (site < 0) return null
  const atSite = [...packages.keys()].filter((pack) => packageSite[pack] === site && compiled.units[pack]! > 0)
  for (const fromDay of new Set(atSite.map((pack) => release[pack]!).filter((day) => day <= release[target]!))) {
    for (const toDay of new Set(atSite.map((pack) => due[pack]!).filter((day) => day >= due[target]!))) {
      const inside = atSite.filter((pack) => release[pack]! >= fromDay && due[pack]! <= toDay)
      const needed = inside.reduce((sum, pack) => sum + neededBy[pack]!, 0)
      const available = seats.subarray(site * days + fromDay, site * days + toDay + 1).reduce((sum, minutes) => sum + minutes, 0)
      if (needed <= available) continue
      const people = new Set(inside.flatMap((pack) => Array.from(peopleOf(compiled, pack)))).size
      return {
        packages: inside.map((pack) => packages[pack]!.id),
        fromDay,
        toDay,
        neededMinutes: needed,
        availableMinutes: available,
        people,
        site: compiled.siteIds[site]!,
      }
    }
  }
  return null
}
