import { levelOf, missingEquipment, skillGaps, lotRange } from '../../orders/rules/gates.ts'
import type { Db } from '../../platform/db/db.ts'
import { sameTenant } from '../../platform/db/listing.ts'
import type { Fact } from '../contract/plans.ts'
import { isGrowth } from '../rules/problem/constraints.ts'
import type { Plan } from '../rules/problem/plan.ts'
import type { Problem, Worker, WorkPackage } from '../rules/problem/problem.ts'
import { readNames } from './board.ts'
import { nameOfWorker } from './notices.ts'
import { closedGate, unitsToPin } from './pins.ts'
import { plannedOffers, type PlannedOffer } from './planned.ts'
import { isPromised } from './problem.ts'
import { eligible, restByWorker, type Names } from './remedies.ts'
import { learners } from './what-if.ts'

const learnersShown = 50
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
const fact = (code: Fact['code'], holds: boolean, given: Partial<Fact> = {}): Fact => ({
  code,
  holds,
  skill: null,
  text: null,
  need: null,
  have: null,
  ...given,
})

interface Why {
  outcome: 'offered' | 'possible' | 'impossible'
  facts: Fact[]
  pin: { least: number; most: number } | null
}

/** Why a pair is in a plan or is not, as facts with their figures. Every one is counted afresh from the problem and the plan. */
export function whyPair(problem: Problem, plan: Plan, worker: Worker, pack: WorkPackage, names: Names): Why {
  const offers = plannedOffers(problem, plan)
  const own = offers.find((offer) => offer.workerId === worker.id && offer.packageId === pack.id)
  const gates = gateFacts(problem, worker, pack, names)
  const time = timeFacts(problem, plan, worker, pack, own)
  const others = otherFacts(problem, plan, offers, worker, pack, own)
  const pin = pinOf(problem, plan, worker, pack)
  if (own) return { outcome: 'offered', facts: [...gates, ...time, ...others], pin }
  const closed = gates.some((each) => !each.holds) || time.some((each) => each.code === 'no-days' || each.code === 'lot-too-large')
  return {
    outcome: closed ? 'impossible' : 'possible',
    facts: [...gates, ...time, ...others].sort((a, b) => Number(a.holds) - Number(b.holds)),
    pin,
  }
}

/** What may be pinned beside the work that is promised already; other proposals of the plan would give way. */
function pinOf(problem: Problem, plan: Plan, worker: Worker, pack: WorkPackage): Why['pin'] {
  if (closedGate(problem, worker, pack) !== null) return null
  const promised = plan.acceptedByDay.filter((work) => work.worker === worker.id && work.package !== pack.id)
  return unitsToPin(
    worker,
    pack,
    worker.minutesByDay.map((_, day) => sum(promised.map((work) => work.byDay[day] ?? 0))),
  )
}

function gateFacts(problem: Problem, worker: Worker, pack: WorkPackage, names: Names): Fact[] {
  const is = (pair: { worker: string; package: string }) => pair.worker === worker.id && pair.package === pack.id
  const gaps = skillGaps(worker.skills, pack.skills)
  const grows = isGrowth(gaps, pack)
  const facts = Object.entries(pack.skills).map(([key, need]) => {
    const have = levelOf(worker.skills, key)
    return fact(have >= need ? 'skill-met' : 'skill-short', have >= need || grows, {
      skill: names.skills.get(key) ?? { key, nameJa: key, nameEn: key },
      need,
      have,
    })
  })
  if (grows) facts.push(fact('grows', true))
  for (const text of missingEquipment(worker.equipment, pack.equipment)) facts.push(fact('equipment-missing', false, { text }))
  if (pack.onSite !== null) facts.push(fact(worker.site === pack.onSite ? 'same-site' : 'other-site', worker.site === pack.onSite))
  const isBanned = problem.pairs.some((pair) => pair.forbidden && is(pair))
  // A pair is also closed while the person holds a part of the package, or is asked for one.
  if (isBanned) facts.push(fact('forbidden', false))
  if (problem.declined.some(is)) facts.push(fact('declined', false))
  return facts
}

function timeFacts(problem: Problem, plan: Plan, worker: Worker, pack: WorkPackage, own: PlannedOffer | undefined): Fact[] {
  const within = (byDay: readonly number[]) => sum(byDay.slice(pack.releaseDay, pack.dueDay + 1))
  const free = within(worker.minutesByDay)
  const rest = within(restByWorker(problem, plan).get(worker.id) ?? [])
  const lot = lotRange(pack, pack.maxShare).min * pack.unitMinutes
  if (own) return [fact('time-fits', true, { need: own.minutes, have: free })]
  if (free === 0) return [fact('no-days', false)]
  if (free < lot) return [fact('lot-too-large', false, { need: lot, have: free })]
  const used = sum([...plan.offers, ...plan.acceptedByDay].filter((work) => work.worker === worker.id).map((work) => sum(work.byDay)))
  const facts = [rest < lot ? fact('time-full', false, { need: lot, have: rest }) : fact('time-fits', true, { need: lot, have: rest })]
  if (worker.maxMinutes !== null && used + lot > worker.maxMinutes)
    facts.push(fact('at-ceiling', false, { need: worker.maxMinutes, have: used }))
  return facts
}

function otherFacts(
  problem: Problem,
  plan: Plan,
  offers: readonly PlannedOffer[],
  worker: Worker,
  pack: WorkPackage,
  own: PlannedOffer | undefined,
): Fact[] {
  const facts: Fact[] = []
  const promised = plan.acceptedByDay.filter((work) => work.worker === worker.id && isPromised(work.package))
  const minutes = sum(offers.filter((offer) => offer.workerId === worker.id).map((offer) => offer.minutes))
  if (promised.length > 0) facts.push(fact('promised', true, { have: sum(promised.map((work) => sum(work.byDay))) }))
  if (worker.wantedMinutes !== null) {
    const have = minutes + sum(promised.map((work) => sum(work.byDay)))
    facts.push(fact('wanted', have <= worker.wantedMinutes, { need: worker.wantedMinutes, have }))
  }
  const people = offers.filter((offer) => offer.packageId === pack.id)
  facts.push(fact('candidates', true, { need: eligible(problem, pack).length, have: people.length }))
  if (own?.isPinned) facts.push(fact('pinned', true, { have: own.units }))
  if (own) {
    const [next] = plan.standby[pack.id] ?? []
    return [...facts, next === undefined ? fact('no-next', false) : fact('next', true, { text: next })]
  }
  const planned = sum(people.map((offer) => offer.units))
  if (planned >= pack.units) facts.push(fact('package-full', false, { need: pack.units, have: people.length }))
  const place = (plan.standby[pack.id] ?? []).indexOf(worker.id)
  if (place >= 0) facts.push(fact('standby', true, { have: place + 1 }))
  return facts
}

/** The answer of `whyPair` with the names that a page shows; null when the plan knows nothing of the two. */
export async function readWhy(db: Db, problem: Problem, plan: Plan, workerId: string, packageId: string) {
  const worker = problem.workers.find((each) => each.id === workerId)
  const pack = problem.packages.find((each) => each.id === packageId)
  const person = await db.selectFrom('people.worker').select('displayName').where('id', '=', workerId).executeTakeFirst()
  const work = await db.selectFrom('orders.package').select(['title', 'unitName']).where('id', '=', packageId).executeTakeFirst()
  if (!worker || !pack || !person || !work) return null
  const why = whyPair(problem, plan, worker, pack, await readNames(db))
  const next = why.facts.find((each) => each.code === 'next')
  // The rule knows people by their ids.
  if (next?.text) next.text = await nameOfWorker(db, next.text)
  return { workerName: person.displayName, packageTitle: work.title, unitName: work.unitName, ...why }
}

/** People who are not proposed for a package: those in reserve first, then by kana. */
export async function readOtherPeople(db: Db, problem: Problem, plan: Plan, packageId: string, search: string) {
  const chosen = new Set(
    plannedOffers(problem, plan)
      .filter((offer) => offer.packageId === packageId)
      .map((offer) => offer.workerId),
  )
  const standby = plan.standby[packageId] ?? []
  const rows = await db
    .selectFrom('people.worker as w')
    .innerJoin('programme.municipality as m', (join) => sameTenant(join, 'm.id', 'w.municipalityId'))
    .select(['w.id', 'w.displayName', 'm.name'])
    .where('w.state', 'in', ['registered', 'active'])
    .$if(search !== '', (query) =>
      query.where((e) =>
        e.or([
          e('w.displayName', 'ilike', `%${search.replaceAll(/[\\%_]/g, '\\$&')}%`),
          e('w.kana', 'ilike', `%${search.replaceAll(/[\\%_]/g, '\\$&')}%`),
        ]),
      ),
    )
    .orderBy('w.kana')
    .orderBy('w.id')
    .limit(2_000)
    .execute()
  const known = new Set(problem.workers.map((worker) => worker.id))
  const place = (id: string): number | null => (standby.indexOf(id) >= 0 ? standby.indexOf(id) + 1 : null)
  return rows
    .filter((row) => known.has(row.id) && !chosen.has(row.id))
    .map((row) => ({ workerId: row.id, name: row.displayName, municipalityName: row.name, standby: place(row.id) }))
    .sort((a, b) => (a.standby ?? 99) - (b.standby ?? 99))
    .slice(0, 30)
}

/** The first people who could learn a skill for a package, with the level they have and the minutes that no work of the plan uses. */
export async function readLearners(db: Db, problem: Problem, plan: Plan, packageId: string, asked: { skill: string; level: number }) {
  const people = learners(problem, plan, packageId, asked).slice(0, learnersShown)
  const names = await readNames(db)
  const rows =
    people.length === 0
      ? []
      : await db
          .selectFrom('people.worker')
          .select(['id', 'displayName'])
          .where(
            'id',
            'in',
            people.map(({ worker }) => worker.id),
          )
          .execute()
  const known = new Map(rows.map((row) => [row.id, row.displayName]))
  return people.map(({ worker, had, restMinutes }) => ({
    workerId: worker.id,
    name: known.get(worker.id) ?? '',
    municipalityName: names.municipalities.get(worker.municipality ?? '') ?? '',
    level: had,
    restMinutes,
  }))
}
