import { levelOf, lotRange } from '../../orders/rules/gates.ts'
import { addDays, calendarDate, weekdayOf } from '../../units/calendar-date.ts'
import { failedGates } from '../rules/problem/constraints.ts'
import type { Plan, Unfilled } from '../rules/problem/plan.ts'
import type { Problem, Worker, WorkPackage } from '../rules/problem/problem.ts'
import type { Remedy } from '../contract/shapes.ts'

type SkillName = { key: string; nameJa: string; nameEn: string }
export interface Names {
  skills: ReadonlyMap<string, SkillName>
  municipalities: ReadonlyMap<string, string>
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
/** The seats of a place are open for so long on a day. */
const seatMinutes = 480

/** Minutes of each worker by day that no work of the plan uses. */
export function restByWorker(problem: Problem, plan: Plan): ReadonlyMap<string, number[]> {
  const rest = new Map(problem.workers.map((worker) => [worker.id, [...worker.minutesByDay]]))
  for (const work of [...plan.offers, ...plan.acceptedByDay, ...plan.reviews]) {
    const days = rest.get(work.worker)
    if (days) work.byDay.forEach((minutes, day) => (days[day] = Math.max(0, (days[day] ?? 0) - minutes)))
  }
  return rest
}

const levelCount = (problem: Problem, skill: string, fits: (level: number) => boolean): number =>
  problem.workers.filter((worker) => fits(levelOf(worker.skills, skill))).length

/** The skills that a package asks for, with how many people have them and how many lack one level. */
export function skillNeeds(problem: Problem, skills: Readonly<Record<string, number>>, names: Names) {
  return Object.entries(skills).map(([key, level]) => ({
    ...nameOf(key, names),
    level,
    haveCount: levelCount(problem, key, (had) => had >= level),
    nearCount: levelCount(problem, key, (had) => had === level - 1),
  }))
}

const nameOf = (key: string, names: Names): SkillName => names.skills.get(key) ?? { key, nameJa: key, nameEn: key }

const remedyOf = (kind: Remedy['kind'], given: Partial<Remedy>): Remedy => ({
  kind,
  people: 0,
  minutes: 0,
  skill: null,
  equipment: null,
  municipalityName: null,
  weekday: null,
  ...given,
})

/** What would remove a shortage, the most direct way first. People who are there are counted with the time they have left, those to be found by its mean. */
export function remediesOf(
  problem: Problem,
  pack: WorkPackage,
  { reason }: Unfilled,
  rest: ReadonlyMap<string, readonly number[]>,
  names: Names,
): Remedy[] {
  const short = reason.shortMinutes
  const people = Math.max(1, Math.ceil(short / meanRest(problem, pack, rest)))
  const train = trainingOf(problem, pack, short, rest, names)
  switch (reason.gate) {
    case 'skill':
      return [...train, remedyOf('due', {})]
    case 'review':
      return [remedyOf('review', { people: 1, minutes: short })]
    case 'equipment':
      return [...lendingOf(problem, pack, short, rest), remedyOf('due', {})]
    case 'site':
      return [remedyOf('invite', { people, minutes: short })]
    case 'seats':
      return [seatsFor(problem, pack, short, rest), remedyOf('due', {})]
    case 'hours': {
      const municipalityName = reason.municipality === null ? null : (names.municipalities.get(reason.municipality) ?? null)
      const ask = municipalityName === null ? [] : [remedyOf('ask-city', { municipalityName, minutes: short, people })]
      return [...train, ...ask, remedyOf('hours', { minutes: short, people: eligible(problem, pack).length }), remedyOf('due', {})]
    }
    case 'lot':
      return [remedyOf('lot', { minutes: lotRange(pack, pack.maxShare).min * pack.unitMinutes }), ...train, remedyOf('due', {})]
    case 'window':
      return [remedyOf('due', {})]
    case 'forbidden':
    case 'declined':
      return [...train, remedyOf('lift-rule', {})]
  }
}

const noPairs = { forbidden: false, declined: false }
export const eligible = (problem: Problem, pack: WorkPackage): Worker[] =>
  problem.workers.filter((worker) => failedGates(worker, pack, noPairs) === 0)

interface Helper {
  worker: Worker
  /** Minutes that the plan leaves the person in the days of the package. */
  minutes: number
}

/** People who could do a package once something about them has changed, and have time left for it below their own ceiling: most time first. */
function helpers(
  problem: Problem,
  pack: WorkPackage,
  rest: ReadonlyMap<string, readonly number[]>,
  change: (worker: Worker) => Worker | null,
): Helper[] {
  return problem.workers
    .flatMap((worker) => {
      const after = change(worker)
      const left = rest.get(worker.id) ?? []
      const ceiling = worker.maxMinutes === null ? Number.POSITIVE_INFINITY : worker.maxMinutes - (sum(worker.minutesByDay) - sum(left))
      const minutes = Math.min(ceiling, sum(left.slice(pack.releaseDay, pack.dueDay + 1)))
      return after !== null && minutes > 0 && failedGates(after, pack, noPairs) === 0 ? [{ worker, minutes }] : []
    })
    .sort((a, b) => b.minutes - a.minutes || (a.worker.id < b.worker.id ? -1 : 1))
}

/** People who lack one level and nothing else, the nearest to it first. */
export function couldLearn(
  problem: Problem,
  pack: WorkPackage,
  rest: ReadonlyMap<string, readonly number[]>,
  { skill, level }: { skill: string; level: number },
): Helper[] {
  const had = (worker: Worker) => levelOf(worker.skills, skill)
  const raised = (worker: Worker) => (had(worker) < level ? { ...worker, skills: { ...worker.skills, [skill]: level } } : null)
  return helpers(problem, pack, rest, raised).sort((a, b) => had(b.worker) - had(a.worker))
}

/** People who lack one thing and nothing else. */
export const couldBorrow = (problem: Problem, pack: WorkPackage, rest: ReadonlyMap<string, readonly number[]>, item: string): Helper[] =>
  helpers(problem, pack, rest, (worker) => (worker.equipment.includes(item) ? null : { ...worker, equipment: [...worker.equipment, item] }))

/** The first of some people whose time makes up for a shortage, or all of them, and what they make up for. */
function enough(found: readonly Helper[], short: number): { people: number; minutes: number } {
  let minutes = 0
  let people = 0
  for (const each of found) {
    if (minutes >= short) break
    minutes += each.minutes
    people += 1
  }
  return { people, minutes: Math.min(short, minutes) }
}

/** The skill that fewest people have, when anybody lacks that alone. */
function trainingOf(
  problem: Problem,
  pack: WorkPackage,
  short: number,
  rest: ReadonlyMap<string, readonly number[]>,
  names: Names,
): Remedy[] {
  const scarcest = skillNeeds(problem, pack.skills, names).sort((a, b) => a.haveCount - b.haveCount || (a.key < b.key ? -1 : 1))[0]
  if (!scarcest) return []
  const { haveCount: _, nearCount: __, ...skill } = scarcest
  const found = couldLearn(problem, pack, rest, { skill: skill.key, level: skill.level })
  return found.length === 0 ? [] : [remedyOf('train', { ...enough(found, short), skill })]
}

/** The first kind of equipment that anybody lacks alone. */
function lendingOf(problem: Problem, pack: WorkPackage, short: number, rest: ReadonlyMap<string, readonly number[]>): Remedy[] {
  for (const equipment of pack.equipment) {
    const found = couldBorrow(problem, pack, rest, equipment)
    if (found.length > 0) return [remedyOf('equip', { equipment, ...enough(found, short) })]
  }
  return []
}

/** More seats on the weekday on which those who can have most time left; the place has to be open on it. */
function seatsFor(problem: Problem, pack: WorkPackage, short: number, rest: ReadonlyMap<string, readonly number[]>): Remedy {
  const seats = problem.sites.find((each) => each.id === pack.onSite)?.seatMinutesByDay ?? []
  const people = eligible(problem, pack)
  const byWeekday = new Map<number, { days: number; minutes: number }>()
  for (let day = pack.releaseDay; day <= Math.min(pack.dueDay, problem.days - 1); day += 1) {
    if ((seats[day] ?? 0) === 0 || problem.from === null) continue
    const weekday = weekdayOf(addDays(calendarDate(problem.from), day)) || 7
    const known = byWeekday.get(weekday) ?? { days: 0, minutes: 0 }
    byWeekday.set(weekday, { days: known.days + 1, minutes: known.minutes + sum(people.map((worker) => rest.get(worker.id)?.[day] ?? 0)) })
  }
  const [best] = [...byWeekday].sort((a, b) => b[1].minutes - a[1].minutes || a[0] - b[0])
  const usable = Math.min(short, best?.[1].minutes ?? 0)
  return remedyOf('seats', {
    weekday: best?.[0] ?? null,
    people: Math.max(1, Math.ceil(usable / Math.max(1, (best?.[1].days ?? 1) * seatMinutes))),
    minutes: usable,
  })
}

/** The mean rest, in the days of a package, of everybody who has any; an hour when nobody has. */
function meanRest(problem: Problem, pack: WorkPackage, rest: ReadonlyMap<string, readonly number[]>): number {
  const rests = problem.workers
    .map((worker) => sum((rest.get(worker.id) ?? []).slice(pack.releaseDay, pack.dueDay + 1)))
    .filter((minutes) => minutes > 0)
  return rests.length === 0 ? 60 : Math.max(1, sum(rests) / rests.length)
}
