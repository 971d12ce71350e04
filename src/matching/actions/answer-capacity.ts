import { addDays, daysBetween, type CalendarDate } from '../../units/calendar-date.ts'
import { failedGates } from '../rules/problem/constraints.ts'
import type { Plan } from '../rules/problem/plan.ts'
import type { Problem, WorkPackage } from '../rules/problem/problem.ts'
import type { LiveState } from '../store/live-state.ts'
import { buildProblem, horizonFrom, isPromised } from '../store/problem.ts'
import { solveInThread } from './solve-in-thread.ts'

/** The id of the work that is asked about; it is told apart from promised work by its lack of a colon. */
const askedId = 'asked'
/** Work is counted in pieces of half an hour. */
const pieceMinutes = 30
/** What is ordered already goes first. */
const orderedFirst = 100
const laterDays = [7, 14, 28, 56]
const longest = 84

interface Question {
  minutes: number
  byOn: CalendarDate
  skills: readonly { key: string; level: number }[]
}

interface Capacity {
  problem: Problem
  plan: Plan
  metMinutes: number
  people: { workerId: string; minutes: number }[]
  fullOn: CalendarDate | null
  minutesEach: number
  missingPeople: number
}

/** How much of some new work could be done by a day beside everything that is promised or open, and the day by which all of it could. */
export async function answerCapacity(state: LiveState, today: CalendarDate, question: Question): Promise<Capacity> {
  const first = await tryBy(state, today, question, question.byOn)
  let fullOn = first.metMinutes >= question.minutes ? question.byOn : null
  for (const later of laterDays) {
    const byOn = addDays(question.byOn, later)
    if (fullOn !== null || daysBetween(today, byOn) > longest) break
    if ((await tryBy(state, today, question, byOn)).metMinutes >= question.minutes) fullOn = byOn
  }
  const minutesEach = meanMinutes(first.problem, first.asked)
  const short = Math.max(0, question.minutes - first.metMinutes)
  return { ...first, fullOn, minutesEach, missingPeople: short === 0 ? 0 : Math.ceil(short / Math.max(pieceMinutes, minutesEach)) }
}

async function tryBy(state: LiveState, today: CalendarDate, question: Question, byOn: CalendarDate) {
  const days = Math.min(longest, Math.max(1, daysBetween(today, byOn)))
  const problem = buildProblem(state, horizonFrom(today, days))
  const asked: WorkPackage = {
    id: askedId,
    units: Math.ceil(question.minutes / pieceMinutes),
    unitMinutes: pieceMinutes,
    releaseDay: 0,
    dueDay: days - 1,
    skills: Object.fromEntries(question.skills.map((skill) => [skill.key, skill.level])),
    equipment: [],
    onSite: null,
    minUnits: 1,
    maxShare: 1,
    indivisible: false,
    priority: 1,
    review: null,
  }
  const ordered = problem.packages.map((pack) => (isPromised(pack.id) ? pack : { ...pack, priority: pack.priority * orderedFirst }))
  const whole: Problem = { ...problem, packages: [...ordered, asked] }
  const plan = await solveInThread(whole, { timeLimitSeconds: 3 }).done
  const people = plan.offers
    .filter((offer) => offer.package === askedId)
    .map((offer) => ({ workerId: offer.worker, minutes: offer.minutes }))
  const met = people.reduce((sum, each) => sum + each.minutes, 0)
  return { problem: whole, asked, plan, people, metMinutes: Math.min(question.minutes, met) }
}

/** What a person with free time could do in the days of the work, on average over those with the skill, else over everybody. */
function meanMinutes(problem: Problem, asked: WorkPackage): number {
  const free = (list: Problem['workers']) =>
    list
      .map((worker) =>
        Math.min(
          worker.minutesByDay.reduce((sum, each) => sum + each, 0),
          worker.maxMinutes ?? Number.POSITIVE_INFINITY,
        ),
      )
      .filter((each) => each > 0)
  const able = free(problem.workers.filter((worker) => failedGates(worker, asked, { forbidden: false, declined: false }) === 0))
  const all = able.length > 0 ? able : free(problem.workers)
  return all.length === 0 ? 0 : Math.floor(all.reduce((sum, each) => sum + each, 0) / all.length)
}
