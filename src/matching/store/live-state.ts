import { sql } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import { sameTenant } from '../../platform/db/listing.ts'
import type { FreeDay } from '../../people/rules/free-minutes.ts'
import { openOffers, owedWork, packageUnits } from '../../orders/store/index.ts'
import type { CalendarDate } from '../../units/calendar-date.ts'
import { fiscalYearOf } from '../../units/fiscal-year.ts'

/** What a plan is made from, as it stands on one day. Levels of skills are by the skill's key. */
export interface LiveState {
  workers: {
    id: string
    municipalityId: string
    siteId: string | null
    equipment: string[]
    wantedMonthlyMinutes: number
    highestMonthlyMinutes: number
    skills: Record<string, number>
    week: number[]
    exceptions: FreeDay[]
  }[]
  packages: {
    id: string
    units: number
    /** Units that nobody holds and nobody has been offered. */
    left: number
    unitMinutes: number
    releaseOn: string
    dueOn: string
    onSiteId: string | null
    equipment: string[]
    minUnits: number
    maxSharePercent: number
    indivisible: boolean
    priority: number
    skills: Record<string, number>
  }[]
  sites: { id: string; seats: number }[]
  municipalities: { id: string; costYen: number }[]
  /** Agreed work that is still owed, and offers that wait for an answer: both keep their minutes. */
  promised: {
    id: string
    workerId: string
    packageId: string
    units: number
    /** The part that its holder could still give to others: none of what is offered, handed in, or wanted no more. */
    givableUnits: number
    unitMinutes: number
    dueOn: string
    onSiteId: string | null
  }[]
  /** A person who declined a package or gave a part of it back is not asked for it again. */
  declined: { workerId: string; packageId: string }[]
  rules: { workerId: string; packageId: string; rule: 'pinned' | 'forbidden'; units: number | null }[]
  /** Answers to offers in the whole programme; nobody's own answers count for or against them. */
  answers: { accepted: number; all: number }
}

/** Promised units that somebody would hand over. */
export interface Freed {
  assignmentId: string
  packageId: string
  units: number
}

/** What is in `freed` is read as if it had been given back already. */
export async function readLiveState(db: Db, today: CalendarDate, freed: readonly Freed[] = []): Promise<LiveState> {
  const wanted = await readWanted(db, today)
  // Asked at once, the database goes on while the rows before are read.
  const [packages, workers, sites, municipalities, agreed, offered, declined, rules, answers] = await Promise.all([
    describePackages(db, wanted, freed),
    readWorkers(db, today),
    readSites(db, today),
    readMunicipalities(db, today),
    readAgreed(db, new Set(wanted.map((row) => row.id)), freed),
    readOpenOffers(db, today),
    readDeclined(db),
    readRules(db),
    readAnswers(db, today),
  ])
  return { workers, packages, sites, municipalities, promised: [...agreed, ...offered], declined, rules, answers }
}

const readSites = (db: Db, today: CalendarDate) =>
  db
    .selectFrom('programme.site')
    .select(['id', 'seats'])
    .where((e) => e.or([e('closedOn', 'is', null), e('closedOn', '>', today)]))
    .orderBy('id')
    .execute()

async function readWorkers(db: Db, today: CalendarDate): Promise<LiveState['workers']> {
  const rows = await db
    .selectFrom('people.worker')
    .select(['id', 'municipalityId', 'siteId', 'equipment', 'wantedMonthlyMinutes', 'highestMonthlyMinutes'])
    .where('state', 'in', ['registered', 'active'])
    .orderBy('id')
    .execute()
  const workers = new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        municipalityId: row.municipalityId,
        siteId: row.siteId,
        equipment: row.equipment,
        wantedMonthlyMinutes: row.wantedMonthlyMinutes,
        highestMonthlyMinutes: row.highestMonthlyMinutes,
        skills: {} as Record<string, number>,
        week: [0, 0, 0, 0, 0, 0, 0],
        exceptions: [] as FreeDay[],
      },
    ]),
  )
  const skills = await db
    .selectFrom('people.worker_skill as k')
    .innerJoin('people.skill as s', (join) => sameTenant(join, 's.id', 'k.skillId'))
    .select(['k.workerId', 's.key', 'k.level'])
    .execute()
  for (const { workerId, key, level } of skills) {
    const worker = workers.get(workerId)
    if (worker) worker.skills[key] = level
  }
  // A row a person takes half the time of a row a weekday.
  const weeks = await sql<{ workerId: string; week: Record<string, number> }>`
    select worker_id, json_object_agg(weekday, minutes) as week from people.free_minutes group by worker_id`.execute(db)
  for (const { workerId, week } of weeks.rows) {
    const worker = workers.get(workerId)
    if (worker) for (const [weekday, minutes] of Object.entries(week)) worker.week[Number(weekday) - 1] = minutes
  }
  for (const row of await db
    .selectFrom('people.free_minutes_exception')
    .select(['workerId', 'onDate', 'minutes'])
    .where('onDate', '>=', today)
    .execute()) {
    workers.get(row.workerId)?.exceptions.push({ onDate: row.onDate, minutes: row.minutes })
  }
  return [...workers.values()]
}

const readWanted = (db: Db, today: CalendarDate) =>
  db
    .selectFrom('orders.package as p')
    .innerJoin(packageUnits(today).as('u'), (join) => join.onRef('u.packageId', '=', 'p.id'))
    .selectAll('p')
    .select('u.leftUnits')
    .where('u.isWanted', '=', true)
    .orderBy('p.id')
    .execute()

async function describePackages(
  db: Db,
  rows: Awaited<ReturnType<typeof readWanted>>,
  freed: readonly Freed[],
): Promise<LiveState['packages']> {
  const ids = rows.map((row) => row.id)
  const skills = ids.length === 0 ? [] : await skillsOfPackages(db, ids)
  return rows.flatMap((row) => {
    const given = freed.filter((each) => each.packageId === row.id).reduce((sum, each) => sum + each.units, 0)
    const left = row.leftUnits + given
    if (left <= 0) return []
    return [
      {
        id: row.id,
        units: row.units,
        left,
        unitMinutes: row.unitMinutes,
        releaseOn: row.releaseOn,
        dueOn: row.dueOn,
        onSiteId: row.onSiteId,
        equipment: row.equipment,
        minUnits: row.minUnits,
        maxSharePercent: row.maxSharePercent,
        indivisible: row.indivisible,
        priority: row.priority,
        skills: Object.fromEntries(skills.filter((skill) => skill.packageId === row.id).map((skill) => [skill.key, skill.level])),
      },
    ]
  })
}

const skillsOfPackages = (db: Db, ids: readonly string[]) =>
  db
    .selectFrom('orders.package_skill as k')
    .innerJoin('people.skill as s', (join) => sameTenant(join, 's.id', 'k.skillId'))
    .select(['k.packageId', 's.key', 'k.level'])
    .where('k.packageId', 'in', [...ids])
    .orderBy('s.key')
    .execute()

/** Costs of the newest year up to today's in which shares are entered. */
async function readMunicipalities(db: Db, today: CalendarDate): Promise<LiveState['municipalities']> {
  const { rows } = await sql<{ id: string; costYen: number }>`
    select m.id, coalesce(s.cost_yen, 0)::float8 as cost_yen
    from programme.municipality m
    left join programme.cost_share s on s.programme_id = m.programme_id and s.municipality_id = m.id
      and s.fiscal_year = (select max(fiscal_year) from programme.cost_share where fiscal_year <= ${fiscalYearOf(today)})
    order by m.id`.execute(db)
  return rows
}

async function readAgreed(db: Db, wanted: ReadonlySet<string>, freed: readonly Freed[]): Promise<LiveState['promised']> {
  const rows = await db.selectFrom(owedWork.as('w')).selectAll('w').orderBy('w.assignmentId').execute()
  return rows.flatMap((row) => {
    const given = freed.find((each) => each.assignmentId === row.assignmentId)?.units ?? 0
    if (row.owedUnits <= given) return []
    return [
      {
        id: `assignment:${row.assignmentId}`,
        workerId: row.workerId,
        packageId: row.packageId,
        units: row.owedUnits - given,
        givableUnits: wanted.has(row.packageId) ? row.leftUnits - given : 0,
        unitMinutes: row.unitMinutes,
        dueOn: row.dueOn,
        onSiteId: row.onSiteId,
      },
    ]
  })
}

async function readOpenOffers(db: Db, today: CalendarDate): Promise<LiveState['promised']> {
  const rows = await db
    .selectFrom(openOffers(today).as('f'))
    .innerJoin('orders.package as p', (join) => sameTenant(join, 'p.id', 'f.packageId'))
    .select(['f.id', 'f.workerId', 'f.packageId', 'f.units', 'f.dueOn', 'p.unitMinutes', 'p.onSiteId'])
    .orderBy('f.id')
    .execute()
  return rows.map((row) => ({
    id: `offer:${row.id}`,
    workerId: row.workerId,
    packageId: row.packageId,
    units: row.units,
    givableUnits: 0,
    unitMinutes: row.unitMinutes,
    dueOn: row.dueOn,
    onSiteId: row.onSiteId,
  }))
}

async function readDeclined(db: Db): Promise<LiveState['declined']> {
  const { rows } = await sql<{ workerId: string; packageId: string }>`
    select distinct f.worker_id, f.package_id
    from orders.offer f join orders.package p on p.programme_id = f.programme_id and p.id = f.package_id
    where f.state = 'declined' and p.state = 'ready'
    union
    select a.worker_id, a.package_id
    from orders.release r join orders.assignment a on a.programme_id = r.programme_id and a.id = r.assignment_id
    join orders.package p on p.programme_id = a.programme_id and p.id = a.package_id
    where p.state = 'ready'
    order by 1, 2`.execute(db)
  return rows
}

async function readRules(db: Db): Promise<LiveState['rules']> {
  const rows = await db
    .selectFrom('matching.pair_rule')
    .select(['workerId', 'packageId', 'rule', 'units'])
    .orderBy('workerId')
    .orderBy('packageId')
    .execute()
  return rows.map((row) => ({
    workerId: row.workerId,
    packageId: row.packageId,
    rule: row.rule === 'pinned' ? 'pinned' : 'forbidden',
    units: row.units,
  }))
}

async function readAnswers(db: Db, today: CalendarDate): Promise<LiveState['answers']> {
  const { rows } = await sql<{ accepted: number; all: number }>`
    select (count(*) filter (where state = 'accepted'))::int as accepted,
           (count(*) filter (where state <> 'withdrawn') - (select count(*) from orders.open_offers(${today}::date)))::int as all
    from orders.offer`.execute(db)
  return rows[0] ?? { accepted: 0, all: 0 }
}
