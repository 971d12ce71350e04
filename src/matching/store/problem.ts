import { minutesOnDays } from '../../people/rules/free-minutes.ts'
import { isBankDay } from '../../units/business-day.ts'
import { addDays, calendarDate, daysBetween, type CalendarDate } from '../../units/calendar-date.ts'
import { lotRange } from '../../orders/rules/gates.ts'
import { failedGates } from '../rules/problem/constraints.ts'
import type { Problem, Worker, WorkPackage } from '../rules/problem/problem.ts'
import type { LiveState } from './live-state.ts'

export const defaultDays = 28
/** A place is counted as open for eight hours on weekdays that are no holidays. */
const openMinutes = 480
/** What is overdue has to be done within a week. */
const overdueDays = 7

export interface Horizon {
  /** The first day of the plan: the day after it is made, because people answer first. */
  from: CalendarDate
  days: number
}

export const horizonFrom = (today: CalendarDate, days: number = defaultDays): Horizon => ({ from: addDays(today, 1), days })

/** Whether an id of the problem stands for work that somebody has promised already. */
export const isPromised = (packageId: string): boolean => packageId.includes(':')

/**
 * The problem of matching.md from the live state. Promised work becomes a package of its own that is accepted as a whole, so that
 * it keeps its minutes whatever has changed about skills or equipment since. Packages that are due before `from` are left out.
 */
export function buildProblem(state: LiveState, { from, days }: Horizon, only: readonly string[] | null = null): Problem {
  const open = state.packages.filter((each) => each.dueOn >= from && (only === null || only.includes(each.id)))
  const workers = state.workers.map((worker) => workerOf(worker, state, { from, days }))
  const byId = new Map(workers.map((worker) => [worker.id, worker]))
  const packages = open.map((each) => packageOf(each, from))
  const promised = state.promised.filter((each) => byId.has(each.workerId))
  const held = new Set(promised.map((each) => `${each.workerId} ${each.packageId}`))
  const pairs = [
    ...state.rules.filter((rule) => rule.rule === 'forbidden').map((rule) => `${rule.workerId} ${rule.packageId}`),
    // Whoever still has a part of a package, or is asked for one, gets no second one of it.
    ...held,
  ]
  const isOpen = new Set(open.map((each) => each.id))
  const forbidden = [...new Set(pairs)]
    .map((pair) => pair.split(' '))
    .filter(([worker = '', pack = '']) => byId.has(worker) && isOpen.has(pack))
  const declined = state.declined.filter((pair) => byId.has(pair.workerId) && isOpen.has(pair.packageId))
  const gone = new Set([
    ...forbidden.map(([worker = '', pack = '']) => `${worker} ${pack}`),
    ...declined.map((pair) => `${pair.workerId} ${pair.packageId}`),
  ])
  return {
    from,
    days,
    workers,
    packages: [...packages, ...promised.map((each) => promisedPackage(each, from, byId.get(each.workerId) ?? null))],
    sites: state.sites.map((site) => ({
      id: site.id,
      seatMinutesByDay: Array.from({ length: days }, (_, day) => (isBankDay(addDays(from, day)) ? site.seats * openMinutes : 0)),
    })),
    municipalities: sharesOf(state),
    pairs: forbidden.map(([worker = '', pack = '']) => ({
      worker,
      package: pack,
      unitMinutes: null,
      value: null,
      cost: null,
      forbidden: true,
    })),
    accepted: [
      ...promised.map((each) => ({ worker: each.workerId, package: each.id, units: each.units })),
      ...pinsOf(state, packages, byId, gone),
    ],
    declined: declined.map((pair) => ({ worker: pair.workerId, package: pair.packageId })),
    objective: 'programme',
  }
}

function workerOf(worker: LiveState['workers'][number], state: LiveState, { from, days }: Horizon): Worker {
  const inPeriod = (monthly: number): number | null => (monthly > 0 ? Math.floor((monthly * days) / 30) : null)
  return {
    id: worker.id,
    municipality: worker.municipalityId,
    site: state.sites.some((site) => site.id === worker.siteId) ? worker.siteId : null,
    minutesByDay: minutesOnDays(worker.week, worker.exceptions, from, days),
    wantedMinutes: inPeriod(worker.wantedMonthlyMinutes),
    maxMinutes: inPeriod(worker.highestMonthlyMinutes),
    skills: worker.skills,
    equipment: worker.equipment,
    acceptProbability: acceptRate(state.answers),
  }
}

/** The last day of promised work in a plan from `from`, 0-based; what is late already is to be done within a week. */
export function promisedDueDay(dueOn: string, from: CalendarDate): number {
  const due = daysBetween(from, calendarDate(dueOn))
  return due < 0 ? overdueDays - 1 : due
}

/** One rate for everybody, smoothed towards four in five while there are few answers. */
const acceptRate = ({ accepted, all }: LiveState['answers']): number => Math.round((1000 * (accepted + 16)) / (all + 20)) / 1000

function packageOf(each: LiveState['packages'][number], from: CalendarDate): WorkPackage {
  // The share is of the whole package; of what is left it is a larger part. Half a unit more keeps the floor where it belongs.
  const most = lotRange(each, each.maxSharePercent / 100).max
  return {
    id: each.id,
    units: each.left,
    unitMinutes: each.unitMinutes,
    releaseDay: Math.max(0, daysBetween(from, calendarDate(each.releaseOn))),
    dueDay: daysBetween(from, calendarDate(each.dueOn)),
    skills: each.skills,
    equipment: each.equipment,
    onSite: each.onSiteId,
    minUnits: each.minUnits,
    maxShare: most >= each.left ? 1 : (most + 0.5) / each.left,
    indivisible: each.indivisible,
    priority: each.priority,
    review: null,
  }
}

function promisedPackage(each: LiveState['promised'][number], from: CalendarDate, worker: Worker | null): WorkPackage {
  return {
    id: each.id,
    units: each.units,
    unitMinutes: each.unitMinutes,
    releaseDay: 0,
    dueDay: promisedDueDay(each.dueOn, from),
    skills: {},
    equipment: [],
    onSite: each.onSiteId !== null && worker?.site === each.onSiteId ? each.onSiteId : null,
    minUnits: 1,
    maxShare: 1,
    indivisible: true,
    priority: 1,
    review: null,
  }
}

/** Each city's share of the cost; nobody's share is known when no cost is entered. */
function sharesOf(state: LiveState): Problem['municipalities'] {
  const total = state.municipalities.reduce((sum, each) => sum + each.costYen, 0)
  return state.municipalities.map((each) => ({ id: each.id, fairShare: total === 0 ? 0 : each.costYen / total }))
}

/** Pins that still stand: a pair that no longer passes the gates, or units that are gone, give way without a word. */
function pinsOf(
  state: LiveState,
  packages: readonly WorkPackage[],
  workers: ReadonlyMap<string, Worker>,
  gone: ReadonlySet<string>,
): Problem['accepted'] {
  const left = new Map(packages.map((pack) => [pack.id, pack.units]))
  return state.rules.flatMap((rule) => {
    const pack = packages.find((each) => each.id === rule.packageId)
    const worker = workers.get(rule.workerId)
    if (rule.rule !== 'pinned' || rule.units === null || !pack || !worker || gone.has(`${rule.workerId} ${rule.packageId}`)) return []
    if (failedGates(worker, pack, { forbidden: false, declined: false }) !== 0) return []
    const units = Math.min(rule.units, left.get(pack.id) ?? 0)
    if (units < 1 || (pack.indivisible && units < pack.units)) return []
    left.set(pack.id, (left.get(pack.id) ?? 0) - units)
    return [{ worker: rule.workerId, package: rule.packageId, units }]
  })
}
