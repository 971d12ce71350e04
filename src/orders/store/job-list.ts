import { sql } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import { sameTenant } from '../../platform/db/listing.ts'
import { finds } from '../../platform/search.ts'
import { calendarDate, type CalendarDate } from '../../units/calendar-date.ts'
import { minutes } from '../../units/minutes.ts'
import { yen } from '../../units/yen.ts'
import { lacksOf, type Lack } from '../rules/eligibility.ts'
import { lotRange } from '../rules/gates.ts'
import { judgeImpliedHourly } from '../rules/implied-hourly.ts'
import { paceOf } from '../rules/pace.ts'
import { candidates, type KnownCandidate } from './candidates.ts'
import { openPairs } from './offers.ts'
import { skillsOfPackages } from './packages.ts'
import { packageUnits } from './units.ts'

/** Published packages that have units for somebody, as right-hand areas need them for planning. */
export interface OpenWork {
  id: string
  orderId: string
  title: string
  units: number
  unitsLeft: number
  unitMinutes: number
  unitPriceYen: number
  releaseOn: string
  dueOn: string
  onSiteId: string | null
  equipment: string[]
  minUnits: number
  maxSharePercent: number
  indivisible: boolean
  priority: number
  municipalityId: string | null
  skills: { skillId: string; level: number; nameJa: string; nameEn: string }[]
}

export type JobRow = OpenWork & {
  summary: string
  specification: string
  unitName: string
  workPlace: string
  expenses: string
  intellectualProperty: string
  contact: string
  kindJa: string
  kindEn: string
  publishedAt: string | null
}

interface OpenQuestion {
  packageId?: string
  publicOnly?: boolean
  search?: string
}

/** Everything published, not past its due date, with units left; the nearest due date first. */
export async function openJobs(db: Db, today: CalendarDate, question: OpenQuestion = {}): Promise<JobRow[]> {
  const rows = await db
    .selectFrom('orders.package as p')
    .innerJoin('orders.client_order as o', (join) => sameTenant(join, 'o.id', 'p.orderId'))
    .innerJoin('orders.work_kind as k', (join) => sameTenant(join, 'k.id', 'p.workKindId'))
    .selectAll('p')
    .select(['k.nameJa as kindJa', 'k.nameEn as kindEn', 'o.municipalityId'])
    .select((e) =>
      e
        .selectFrom('orders.readiness_check as r')
        .select(sql<string>`to_char(max(r.passed_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`.as('at'))
        .whereRef('r.programmeId', '=', 'p.programmeId')
        .whereRef('r.packageId', '=', 'p.id')
        .as('publishedAt'),
    )
    .innerJoin(packageUnits(today).as('u'), (join) => join.onRef('u.packageId', '=', 'p.id'))
    .select('u.leftUnits')
    .where('u.isWanted', '=', true)
    .where('u.leftUnits', '>', 0)
    .where('p.dueOn', '>=', today)
    .$if(question.publicOnly === true, (query) => query.where('p.isPublic', '=', true))
    .$if(question.packageId !== undefined, (query) => query.where('p.id', '=', question.packageId ?? ''))
    .$if((question.search ?? '') !== '', (query) => {
      return query.where(finds(sql<string>`concat_ws(' ', p.title, p.summary, k.name_ja, k.name_en)`, question.search ?? ''))
    })
    .orderBy('p.dueOn')
    .orderBy('p.id')
    .execute()
  const skills = await skillsOfPackages(
    db,
    rows.map((row) => row.id),
  )
  return rows.map((row) => ({ ...row, unitsLeft: row.leftUnits, skills: skills.filter((each) => each.packageId === row.id) }))
}

/** Packages that need people, for planning. */
export const openWork = (db: Db, today: CalendarDate): Promise<OpenWork[]> => openJobs(db, today)

/** How much one person may take now: the lot, and never more than what is left. */
export function takeable(work: Pick<OpenWork, 'units' | 'minUnits' | 'maxSharePercent' | 'indivisible' | 'unitsLeft'>): {
  least: number
  most: number
} {
  const { min, max } = lotRange(work, work.maxSharePercent / 100)
  return { least: Math.min(min, work.unitsLeft), most: Math.min(max, work.unitsLeft) }
}

/** The gates between a worker and a package, with the names of what is asked. */
export function namedLacks(candidate: KnownCandidate, work: OpenWork, siteNames: ReadonlyMap<string, string>) {
  const free = { ...candidate, freeMinutes: candidate.freeMinutesUntil(work.dueOn) }
  const skills = Object.fromEntries(work.skills.map((each) => [each.skillId, each.level]))
  const requirements = { ...work, skills, leastUnits: takeable(work).least }
  return lacksOf(free, requirements).map((lack) => ({ ...lack, ...nameOf(lack, work, siteNames) }))
}

function nameOf(lack: Lack, work: OpenWork, siteNames: ReadonlyMap<string, string>): { nameJa: string; nameEn: string } {
  if (lack.kind === 'skill') {
    const skill = work.skills.find((each) => each.skillId === lack.subject)
    return { nameJa: skill?.nameJa ?? '', nameEn: skill?.nameEn ?? '' }
  }
  const site = lack.kind === 'site' ? (siteNames.get(lack.subject) ?? '') : ''
  return { nameJa: site, nameEn: site }
}

export async function siteNamesOf(db: Db): Promise<Map<string, string>> {
  const sites = await db.selectFrom('programme.site').select(['id', 'name']).execute()
  return new Map(sites.map((site) => [site.id, site.name]))
}

/** A job as a worker weighs it, with what that worker still lacks for it. */
export function jobOf(
  work: JobRow,
  candidate: KnownCandidate,
  context: { today: CalendarDate; open: ReadonlySet<string>; siteNames: ReadonlyMap<string, string> },
) {
  const { least, most } = takeable(work)
  return {
    packageId: work.id,
    title: work.title,
    summary: work.summary,
    workKindJa: work.kindJa,
    workKindEn: work.kindEn,
    unitName: work.unitName,
    unitMinutes: work.unitMinutes,
    unitPriceYen: work.unitPriceYen,
    hourlyYen: judgeImpliedHourly(yen(work.unitPriceYen), minutes(work.unitMinutes), null).hourlyYen,
    unitsLeft: work.unitsLeft,
    minUnits: least,
    maxUnits: most,
    dueOn: work.dueOn,
    daysLeft: paceOf(0, context.today, calendarDate(work.dueOn)).daysLeft,
    workPlace: work.workPlace,
    publishedOn: work.publishedAt,
    lacks: namedLacks(candidate, work, context.siteNames),
    hasOffer: context.open.has(`${candidate.workerId}/${work.id}`),
  }
}

/** What a worker can still do with the free time until a due date, in whole units. */
export const unitsWithin = (candidate: KnownCandidate, work: OpenWork): number =>
  Math.floor(Math.max(0, candidate.freeMinutesUntil(work.dueOn)) / work.unitMinutes)

/** One worker as a candidate for these packages; null when there is no such worker. */
export async function candidateFor(
  db: Db,
  workerId: string,
  works: readonly Pick<OpenWork, 'dueOn'>[],
  today: CalendarDate,
): Promise<KnownCandidate | null> {
  const to = works.reduce<string>((latest, work) => (work.dueOn > latest ? work.dueOn : latest), today)
  const [candidate] = await candidates(db, [workerId], { from: today, to })
  return candidate ?? null
}

/** The public job list for one worker. Its size is that of the open work, which a programme keeps within hundreds. */
export async function listJobs(
  db: Db,
  workerId: string,
  question: { cursor: string | null; limit: number; search: string; only: 'all' | 'fitting' },
  today: CalendarDate,
) {
  const works = await openJobs(db, today, { publicOnly: true, search: question.search })
  const candidate = await candidateFor(db, workerId, works, today)
  if (!candidate) return { rows: [], next: null, total: 0 }
  const open =
    works.length === 0
      ? new Set<string>()
      : await openPairs(
          db,
          works.map((work) => work.id),
          today,
        )
  const siteNames = await siteNamesOf(db)
  const jobs = works.map((work) => jobOf(work, candidate, { today, open, siteNames }))
  const shown = question.only === 'fitting' ? jobs.filter((job) => job.lacks.length === 0 && !job.hasOffer) : jobs
  const start = question.cursor === null ? 0 : shown.findIndex((job) => job.packageId === question.cursor) + 1
  const rows = shown.slice(start, start + question.limit)
  const last = rows.at(-1)
  return { rows, next: start + question.limit < shown.length && last ? last.packageId : null, total: shown.length }
}

/** Workers for one package, those without a lack first, then by kana; no one's past answers count. */
export async function listCandidates(db: Db, work: OpenWork, question: { search: string; limit: number }, today: CalendarDate) {
  const everybody = await candidates(db, null, { from: today, to: work.dueOn })
  const open = await openPairs(db, [work.id], today)
  const siteNames = await siteNamesOf(db)
  const rows = everybody
    .filter((candidate) => candidate.name.includes(question.search) || candidate.municipalityName.includes(question.search))
    .map((candidate) => ({
      workerId: candidate.workerId,
      name: candidate.name,
      municipalityName: candidate.municipalityName,
      freeMinutes: Math.max(0, candidate.freeMinutesUntil(work.dueOn)),
      lacks: namedLacks(candidate, work, siteNames),
      hasOffer: open.has(`${candidate.workerId}/${work.id}`),
    }))
  const fitting = rows.filter((row) => row.lacks.length === 0)
  return {
    rows: [...fitting, ...rows.filter((row) => row.lacks.length > 0)].slice(0, question.limit),
    total: rows.length,
    fittingCount: fitting.length,
  }
}
