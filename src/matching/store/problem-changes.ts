import { addDays, calendarDate, type CalendarDate } from '../../units/calendar-date.ts'
import type { ChangeKind } from '../contract/shapes.ts'
import type { Problem, Worker, WorkPackage } from '../rules/problem/problem.ts'
import { isPromised } from './problem.ts'

/** One thing that is not as a plan knew it; what touches its offers comes first. */
export interface Change {
  kind: ChangeKind
  workerId: string | null
  packageId: string | null
  siteId: string | null
  before: number
  after: number
  dueOn: CalendarDate | null
  touches: boolean
}

interface Sides {
  before: Problem
  now: Problem
  /** Days of the earlier problem that lie before the first of the present one. */
  passed: number
  offers: readonly { workerId: string; packageId: string; units: number }[]
  /** Whether the plan leaves work open that somebody could take. */
  isShort: boolean
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
const change = (kind: ChangeKind, given: Partial<Change>): Change => ({
  kind,
  workerId: null,
  packageId: null,
  siteId: null,
  before: 0,
  after: 0,
  dueOn: null,
  touches: false,
  ...given,
})
const byId = <T extends { readonly id: string }>(list: readonly T[]): Map<string, T> => new Map(list.map((each) => [each.id, each]))
const pairKey = (pair: { worker: string; package: string }): string => `${pair.worker} ${pair.package}`
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/**
 * What a plan did not know: the differences between its problem and the present one that could change it. Hours that somebody without
 * an offer has lost, or units that nobody planned, do not count.
 */
export function problemChanges(sides: Sides): Change[] {
  const passed = sides.passed > 0 ? [change('days-passed', { after: sides.passed, touches: true })] : []
  return [...passed, ...pairChanges(sides), ...personChanges(sides), ...workChanges(sides), ...siteChanges(sides)].sort(
    (a, b) => Number(b.touches) - Number(a.touches),
  )
}

function personChanges({ before, now, passed, offers, isShort }: Sides): Change[] {
  const planned = new Set(offers.map((offer) => offer.workerId))
  const known = byId(before.workers)
  const present = byId(now.workers)
  const [promisedBefore, promisedNow] = [promisedMinutes(before), promisedMinutes(now)]
  const gone = [...planned].filter((id) => !present.has(id)).map((workerId) => change('person-gone', { workerId, touches: true }))
  return [
    ...gone,
    ...now.workers.flatMap((worker) => {
      const workerId = worker.id
      const was = known.get(workerId)
      const touches = planned.has(workerId)
      if (!was) return sum(worker.minutesByDay) > 0 ? [change('person-new', { workerId })] : []
      const [had, has] = [was.minutesByDay.slice(passed), worker.minutesByDay.slice(0, now.days - passed)]
      const [promised, promises] = [promisedBefore.get(workerId) ?? 0, promisedNow.get(workerId) ?? 0]
      return [
        isSame(had, has) || !(touches || (isShort && sum(has) > sum(had)))
          ? []
          : [change('hours', { workerId, before: sum(had), after: sum(has), touches })],
        touches && promises > promised ? [change('busy', { workerId, before: promised, after: promises, touches })] : [],
        isSame(profileOf(was), profileOf(worker)) || !(touches || isShort) ? [] : [change('profile', { workerId, touches })],
      ].flat()
    }),
  ]
}

const profileOf = ({ skills, equipment, site, wantedMinutes, maxMinutes }: Worker) => [
  levelsOf(skills),
  [...equipment].sort(),
  site,
  wantedMinutes,
  maxMinutes,
]

/** Levels of skills in one order, to be compared. */
const levelsOf = (skills: Worker['skills']): string[] =>
  Object.entries(skills)
    .map(([key, level]) => `${key} ${level}`)
    .sort()

/** Minutes that people have promised or are asked for, by person. */
function promisedMinutes({ accepted, packages }: Problem): Map<string, number> {
  const minutesOf = new Map(packages.map((pack) => [pack.id, pack.unitMinutes]))
  const minutes = new Map<string, number>()
  for (const each of accepted) {
    if (isPromised(each.package))
      minutes.set(each.worker, (minutes.get(each.worker) ?? 0) + each.units * (minutesOf.get(each.package) ?? 0))
  }
  return minutes
}

function workChanges({ before, now, passed, offers }: Sides): Change[] {
  const open = ({ packages }: Problem) => packages.filter((pack) => !isPromised(pack.id))
  const known = byId(open(before))
  const present = byId(open(now))
  const planned = new Map<string, number>()
  for (const { packageId, units } of offers) planned.set(packageId, (planned.get(packageId) ?? 0) + units)
  const gone = [...planned.keys()].filter((id) => !present.has(id)).map((packageId) => change('work-gone', { packageId, touches: true }))
  return [
    ...gone,
    ...[...present.values()].flatMap((pack) => {
      const packageId = pack.id
      const was = known.get(packageId)
      const dueOn = dueOf(now, pack)
      if (!was) return [change('work-new', { packageId, after: pack.units, dueOn })]
      const wanted = planned.get(packageId) ?? 0
      const touches = wanted > 0
      return [
        pack.units < wanted || pack.units > was.units
          ? [change('units', { packageId, before: was.units, after: pack.units, touches: pack.units < wanted })]
          : [],
        dueOn === dueOf(before, was) ? [] : [change('due', { packageId, dueOn, touches })],
        isSame(needsOf(was, passed), needsOf(pack, 0)) ? [] : [change('needs', { packageId, touches })],
      ].flat()
    }),
  ]
}

const dueOf = ({ from }: Problem, pack: WorkPackage): CalendarDate | null =>
  from === null ? null : addDays(calendarDate(from), pack.dueDay)

/** What a package asks for, apart from its units and its due date. */
const needsOf = ({ unitMinutes, releaseDay, skills, equipment, onSite, minUnits, indivisible, priority }: WorkPackage, passed: number) => [
  unitMinutes,
  Math.max(0, releaseDay - passed),
  levelsOf(skills),
  [...equipment].sort(),
  onSite,
  minUnits,
  indivisible,
  priority,
]

/** Seats of the sites at which the plan has work. */
function siteChanges({ before, now, passed, offers }: Sides): Change[] {
  const planned = new Set(offers.map((offer) => offer.packageId))
  const used = new Set(before.packages.filter((pack) => planned.has(pack.id)).map((pack) => pack.onSite))
  const present = byId(now.sites)
  return before.sites.flatMap((site) => {
    if (!used.has(site.id)) return []
    const [had, has] = [
      sum(site.seatMinutesByDay.slice(passed)),
      sum((present.get(site.id)?.seatMinutesByDay ?? []).slice(0, now.days - passed)),
    ]
    return had === has ? [] : [change('seats', { siteId: site.id, before: had, after: has, touches: has < had })]
  })
}

/** What was settled, declined or begun between one person and one package. */
function pairChanges({ before, now, offers }: Sides): Change[] {
  const planned = new Map(offers.map((offer) => [`${offer.workerId} ${offer.packageId}`, offer.units]))
  const pinsOf = ({ accepted }: Problem) =>
    new Map(accepted.filter((each) => !isPromised(each.package)).map((each) => [pairKey(each), each.units]))
  const closedOf = ({ pairs }: Problem) => new Set(pairs.filter((pair) => pair.forbidden).map(pairKey))
  const open = new Set(now.packages.map((pack) => pack.id))
  const people = new Set(now.workers.map((worker) => worker.id))
  const [pinsBefore, pins] = [pinsOf(before), pinsOf(now)]
  const [closedBefore, closed] = [closedOf(before), closedOf(now)]
  const declinedBefore = new Set(before.declined.map(pairKey))
  const of = (kind: ChangeKind, pair: string, given: Partial<Change> = {}): Change => {
    const [workerId = '', packageId = ''] = pair.split(' ')
    return change(kind, { workerId, packageId, touches: planned.has(pair), ...given })
  }
  const isOpen = (pair: string) => people.has(pair.split(' ')[0] ?? '') && open.has(pair.split(' ')[1] ?? '')
  return [
    ...[...pins]
      .filter(([pair, units]) => planned.get(pair) !== units)
      .map(([pair, units]) => of('pinned', pair, { before: planned.get(pair) ?? 0, after: units })),
    ...[...pinsBefore.keys()]
      .filter((pair) => !pins.has(pair) && !closed.has(pair) && isOpen(pair))
      .map((pair) => of('freed', pair, { touches: false })),
    ...[...closed].filter((pair) => planned.has(pair)).map((pair) => of('forbidden', pair)),
    ...[...closedBefore].filter((pair) => !closed.has(pair) && isOpen(pair)).map((pair) => of('freed', pair)),
    ...now.declined
      .map(pairKey)
      .filter((pair) => planned.has(pair) && !declinedBefore.has(pair))
      .map((pair) => of('declined', pair)),
  ]
}
