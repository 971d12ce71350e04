import { Random } from '../../src/matching/rules/random.ts'
import type { ProblemInput } from '../../src/matching/rules/problem/reader.ts'

export type ProgrammeShape = {
  readonly workers: number
  readonly packages: number
  /** Minutes of demand ÷ minutes of everybody. */
  readonly load: number
  readonly seed: number
  /** Packages that a person can do on average; decides how many kinds of work there are. */
  readonly eligible?: number
  readonly indivisible?: boolean
  /** Part of the packages that must be done at a site; their seats are scarce. */
  readonly onSite?: number
  /** Part of the packages that beginners may do beside a reviewer. */
  readonly reviewed?: number
  /** Part of the pairs that have a speed and a quality estimate of their own. */
  readonly knownPairs?: number
}

const days = 28

/** A programme-like problem: few people with rare skills, many with common ones, tiny and huge packages, weekends for some, seats for few. */
export function generateProgramme(shape: ProgrammeShape): ProblemInput {
  const random = new Random(shape.seed)
  const eligible = shape.eligible ?? Math.min(64, shape.packages * 0.3)
  const kinds = Math.max(3, Math.round((1.3 * shape.packages) / eligible))
  const sites = ['east', 'north', 'south', 'west']
  const workers = Array.from({ length: shape.workers }, (_, index) => someWorker(random, index, kinds, sites))
  const minutes = workers.reduce((sum, worker) => sum + worker.minutesByDay.reduce((all, one) => all + one, 0) * 4, 0)
  const packages = somePackages(random, shape, kinds, sites, minutes * shape.load)
  const onSiteMinutes = packages.filter((pack) => pack.onSite !== null).reduce((sum, pack) => sum + pack.units * pack.unitMinutes, 0)
  return {
    from: '2026-12-01',
    days,
    workers,
    packages,
    sites: sites.map((id) => ({
      id,
      seatMinutesByDay: Array.from({ length: 7 }, (_, day) => (day > 4 ? 0 : Math.ceil((0.6 * onSiteMinutes) / sites.length / 20))),
    })),
    municipalities: Array.from({ length: 5 }, (_, index) => ({ id: `m${index}`, fairShare: 0.2 })),
    pairs: somePairs(random, shape, workers, packages),
  }
}

function someWorker(random: Random, index: number, kinds: number, sites: readonly string[]) {
  const skills: Record<string, number> = {}
  const known = 1 + random.below(3)
  for (let count = 0; count < known; count += 1) skills[`kind-${skewed(random, kinds)}`] = 1 + random.below(3)
  const daily = 30 * (1 + random.below(10))
  const minutesByDay = Array.from({ length: 7 }, (_, day) => (day > 4 && random.next() < 0.7 ? 0 : random.next() < 0.2 ? 0 : daily))
  const total = minutesByDay.reduce((sum, minutes) => sum + minutes, 0) * 4
  return {
    id: `w${String(index).padStart(6, '0')}`,
    municipality: `m${Math.floor(5 * random.next() ** 1.5)}`,
    site: sites[random.below(sites.length)]!,
    minutesByDay,
    wantedMinutes: Math.round(total * (0.4 + 0.6 * random.next())),
    maxMinutes: random.next() < 0.3 ? Math.round(total * 0.7) : null,
    skills,
    equipment: random.next() < 0.85 ? ['pc'] : [],
    acceptProbability: Math.round(100 * (0.6 + 0.4 * random.next())) / 100,
  }
}

/** Kinds of work are not equally common: the first third holds more than half of the people. */
function skewed(random: Random, kinds: number): number {
  return Math.floor(kinds * random.next() ** 1.4)
}

function somePackages(random: Random, shape: ProgrammeShape, kinds: number, sites: readonly string[], demand: number) {
  const weights = Array.from({ length: shape.packages }, () => Math.exp(2.2 * (random.next() + random.next() - 1)))
  const sum = weights.reduce((all, weight) => all + weight, 0)
  return weights.map((weight, index) => {
    const unitMinutes = shape.indivisible === true ? 1 : 3 + random.below(40)
    const target = (demand * weight) / sum
    const release = random.next() < 0.6 ? 0 : random.below(14)
    const due = Math.min(days - 1, release + 4 + random.below(24))
    const units = Math.max(1, Math.round(target / unitMinutes))
    const kind = `kind-${skewed(random, kinds)}`
    const review = shape.reviewed !== undefined && random.next() < shape.reviewed ? { share: 0.2, skills: { [kind]: 3 } } : null
    return {
      id: `p${String(index).padStart(5, '0')}`,
      units: shape.indivisible === true ? 1 : units,
      unitMinutes: shape.indivisible === true ? Math.max(1, Math.round(target)) : unitMinutes,
      releaseDay: release,
      dueDay: due,
      skills: { [kind]: 1 + random.below(3) },
      equipment: random.next() < 0.5 ? ['pc'] : [],
      onSite: random.next() < (shape.onSite ?? 0.05) ? sites[random.below(sites.length)]! : null,
      minUnits: Math.min(units, 1 + random.below(8)),
      maxShare: [1, 0.5, 0.35, 0.2][random.below(4)]!,
      indivisible: shape.indivisible ?? false,
      priority: 1 + random.below(3),
      review,
    }
  })
}

type SomeWorker = ReturnType<typeof someWorker>
type SomePackage = ReturnType<typeof somePackages>[number]

/** Speeds between 0.7 and 1.6 of the reference and quality estimates in steps of 0.05, for some of the pairs that can work together. */
function somePairs(random: Random, shape: ProgrammeShape, workers: readonly SomeWorker[], packages: readonly SomePackage[]) {
  const wanted = shape.knownPairs ?? 0
  const pairs: { worker: string; package: string; unitMinutes: number; value: number }[] = []
  if (wanted === 0) return pairs
  for (const worker of workers) {
    for (const pack of packages) {
      const [skill, level] = Object.entries(pack.skills)[0]!
      if ((worker.skills[skill] ?? 0) < level || random.next() >= wanted) continue
      const unitMinutes = Math.max(1, Math.round(pack.unitMinutes * (0.7 + 0.9 * random.next())))
      pairs.push({ worker: worker.id, package: pack.id, unitMinutes, value: Math.round(pack.priority * (14 + random.below(7))) / 20 })
    }
  }
  return pairs
}
