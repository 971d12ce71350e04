import { skillGaps, type Levels } from '../../../orders/rules/gates.ts'
import { failedGates, isGrowth } from './constraints.ts'
import type { Worker, WorkPackage } from './problem.ts'

/** Stands for packages that ask for no skill, or that somebody without the skill may grow into. */
const anySkill = ''

/** Packages that pass the same gates, as lists under the first skill they ask for. */
function packagesBySkill(packages: readonly WorkPackage[]): Map<string, number[][]> {
  const classes = new Map<string, number[]>()
  const bySkill = new Map<string, number[][]>()
  packages.forEach((pack, index) => {
    const asked = sortedEntries(pack.skills).filter(([, level]) => level > 0)
    const key = JSON.stringify([asked, [...pack.equipment].sort(), pack.onSite, pack.review !== null])
    const members = classes.get(key)
    if (members !== undefined) return void members.push(index)
    const made = [index]
    classes.set(key, made)
    const skill = pack.review !== null ? anySkill : (asked[0]?.[0] ?? anySkill)
    bySkill.set(skill, [...(bySkill.get(skill) ?? []), made])
  })
  return bySkill
}

/** So many kinds of people are remembered; with more kinds hardly anybody is like somebody else. */
const mostClasses = 2000

/** Finds the packages whose gates a person passes, without those gates that need hours. People with the same skills, equipment and site are looked at once. */
export class Eligibility {
  readonly #packages: readonly WorkPackage[]
  readonly #bySkill: ReadonlyMap<string, number[][]>
  readonly #classes = new Map<string, Int32Array>()
  readonly #codes: Int32Array

  constructor(packages: readonly WorkPackage[]) {
    this.#packages = packages
    this.#bySkill = packagesBySkill(packages)
    this.#codes = new Int32Array(packages.length)
  }

  /** Packages in order, each as twice its index, plus one where it is growth work. */
  of(worker: Worker): Int32Array {
    const key = JSON.stringify([sortedEntries(worker.skills), [...worker.equipment].sort(), worker.site])
    const known = this.#classes.get(key)
    if (known !== undefined) return known
    const found = this.#find(worker)
    if (this.#classes.size < mostClasses) this.#classes.set(key, found)
    return found
  }

  #find(worker: Worker): Int32Array {
    const codes = this.#codes
    let count = 0
    for (const skill of new Set([anySkill, ...Object.keys(worker.skills)])) {
      for (const members of this.#bySkill.get(skill) ?? []) {
        const first = this.#packages[members[0]!]!
        if (failedGates(worker, first, { forbidden: false, declined: false }) !== 0) continue
        const growth = isGrowth(skillGaps(worker.skills, first.skills), first) ? 1 : 0
        for (const pack of members) codes[count++] = 2 * pack + growth
      }
    }
    return codes.slice(0, count).sort()
  }
}

export function sortedEntries(levels: Levels): [string, number][] {
  return Object.entries(levels).sort((a, b) => (a[0] < b[0] ? -1 : 1))
}
