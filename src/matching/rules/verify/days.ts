import { type Book, fault, pairKey, type PlanToVerify } from './book.ts'

/** Minutes by day, by worker or by site. */
type Days = Map<string, number[]>

type Diary = {
  readonly book: Book
  /** Everything that people do, and what they do of accepted work. */
  readonly work: Days
  readonly accepted: Days
  readonly seats: Days
  readonly acceptedSeats: Days
}

/**
 * Goes through every person's days and every site's seats. Accepted work is laid where the plan says; a plan that does not say lets it be laid
 * here, the earliest due first, into the minutes and seats that are left.
 */
export function checkDays(book: Book, plan: PlanToVerify): void {
  const diary: Diary = { book, work: new Map(), accepted: new Map(), seats: new Map(), acceptedSeats: new Map() }
  for (const offer of plan.offers) lay(diary, offer, offer.byDay, false)
  for (const review of plan.reviews ?? []) layOn(diary.work, review.worker, review.byDay, book.problem.days)
  const open = layAccepted(diary, plan)
  checkOverloads(diary, plan, open)
  const busy = new Set([...plan.offers, ...(plan.reviews ?? [])].map((one) => one.worker))
  const told = new Set((plan.overloads ?? []).filter((one) => one.kind === 'accepted-ceiling').map((one) => one.worker))
  for (const { id, maxMinutes, minutesByDay } of book.problem.workers) {
    const row = diary.work.get(id) ?? []
    row.forEach((minutes, day) => {
      const free = minutesByDay[day] ?? 0
      if (minutes > free) fault(book, 'offers', 'too-many-minutes-on-day', { worker: id, day, minutes, free })
    })
    const minutes = sum(row) + sum((open.get(id) ?? []).map((job) => job.minutes))
    const over = maxMinutes !== null && minutes > maxMinutes
    // Accepted work alone may be more than a ceiling that was lowered afterwards; the plan then adds nothing and says so.
    if (over && (busy.has(id) || !told.has(id))) fault(book, 'offers', 'over-ceiling', { worker: id, minutes, ceiling: maxMinutes })
    if (!over && told.has(id)) fault(book, 'overloads', 'overload-wrong', { worker: id, minutes, ceiling: maxMinutes ?? 'none' })
  }
  for (const { id, seatMinutesByDay } of book.problem.sites) {
    diary.seats.get(id)?.forEach((minutes, day) => {
      const seats = seatMinutesByDay[day] ?? 0
      if (minutes > seats) fault(book, 'offers', 'too-many-seat-minutes', { site: id, day, minutes, seats })
    })
  }
}

const sum = (list: readonly number[]): number => list.reduce((all, one) => all + one, 0)

function layOn(days: Days, key: string, byDay: readonly number[], length: number): void {
  const row = days.get(key) ?? new Array<number>(length).fill(0)
  days.set(key, row)
  byDay.forEach((minutes, day) => (row[day] = (row[day] ?? 0) + minutes))
}

function lay(diary: Diary, pair: { readonly worker: string; readonly package: string }, byDay: readonly number[], accepted: boolean): void {
  const { days } = diary.book.problem
  const site = diary.book.packages.get(pair.package)?.onSite ?? null
  layOn(diary.work, pair.worker, byDay, days)
  if (site !== null) layOn(diary.seats, site, byDay, days)
  if (!accepted) return
  layOn(diary.accepted, pair.worker, byDay, days)
  if (site !== null) layOn(diary.acceptedSeats, site, byDay, days)
}

/** Minutes of accepted work that have no day. */
type OpenJob = {
  readonly worker: string
  readonly package: string
  readonly releaseDay: number
  readonly dueDay: number
  readonly site: string | null
  minutes: number
}

/** Lays accepted work; answers what finds no room, by worker. */
function layAccepted(diary: Diary, plan: PlanToVerify): Map<string, OpenJob[]> {
  const { book } = diary
  const rows = new Map((plan.acceptedByDay ?? []).map((row) => [pairKey(row), row.byDay]))
  if (rows.size < (plan.acceptedByDay ?? []).length)
    fault(book, 'acceptedByDay', 'accepted-wrong', { rows: (plan.acceptedByDay ?? []).length, accepted: rows.size })
  const jobs: OpenJob[] = []
  for (const accepted of book.problem.accepted) {
    const pack = book.packages.get(accepted.package)
    if (pack === undefined) continue
    const byDay = rows.get(pairKey(accepted)) ?? []
    rows.delete(pairKey(accepted))
    const minutes = accepted.units * book.unitMinutes(accepted.worker, accepted.package)
    const sound = byDay.every(
      (used, day) =>
        Number.isSafeInteger(used) &&
        used >= 0 &&
        (used === 0 || (day >= pack.releaseDay && day <= pack.dueDay && day < book.problem.days)),
    )
    if (!sound || sum(byDay) > minutes)
      fault(book, 'acceptedByDay', 'accepted-wrong', { worker: accepted.worker, package: accepted.package, minutes, laid: sum(byDay) })
    lay(diary, accepted, byDay, true)
    if (sum(byDay) < minutes)
      jobs.push({ ...accepted, releaseDay: pack.releaseDay, dueDay: pack.dueDay, site: pack.onSite, minutes: minutes - sum(byDay) })
  }
  for (const key of rows.keys()) fault(book, 'acceptedByDay', 'accepted-wrong', { pair: key.replace('\n', ' ') })
  // A row that leaves minutes out says that there is no room for them; only work without a row is laid here.
  const silent = new Set((plan.acceptedByDay ?? []).map(pairKey))
  for (const job of jobs.toSorted((a, b) => a.dueDay - b.dueDay))
    if (!silent.has(pairKey(job))) layOpen(diary, job, diary.work, diary.seats, true)
  return Map.groupBy(
    jobs.filter((job) => job.minutes > 0),
    (job) => job.worker,
  )
}

/** Minutes of a job that fit beside what is already laid; with `keep` they are laid. */
function layOpen(diary: Diary, job: OpenJob, work: Days, seats: Days, keep: boolean): number {
  const { problem, workers } = diary.book
  const hours = workers.get(job.worker)?.minutesByDay ?? []
  const seatMinutes = problem.sites.find((site) => site.id === job.site)?.seatMinutesByDay ?? []
  let found = 0
  for (let day = job.releaseDay; day <= Math.min(job.dueDay, problem.days - 1); day += 1) {
    const free = (hours[day] ?? 0) - (work.get(job.worker)?.[day] ?? 0)
    const seat = job.site === null ? free : (seatMinutes[day] ?? 0) - (seats.get(job.site)?.[day] ?? 0)
    const minutes = Math.max(0, Math.min(job.minutes - found, free, seat))
    found += minutes
    if (keep && minutes > 0)
      lay(
        diary,
        job,
        Array.from({ length: day + 1 }, (_, index) => (index === day ? minutes : 0)),
        true,
      )
  }
  if (keep) job.minutes -= found
  return found
}

/** Accepted work may find no room only because of other accepted work, and the plan must say how many minutes that are. */
function checkOverloads(diary: Diary, plan: PlanToVerify, open: ReadonlyMap<string, readonly OpenJob[]>): void {
  const told = new Map<string, number>()
  for (const one of plan.overloads ?? [])
    if (one.kind !== 'accepted-ceiling') told.set(one.worker, (told.get(one.worker) ?? 0) + one.shortMinutes)
  for (const worker of new Set([...told.keys(), ...open.keys()])) {
    const jobs = open.get(worker) ?? []
    const minutes = sum(jobs.map((job) => job.minutes))
    if (minutes !== (told.get(worker) ?? 0))
      fault(diary.book, 'overloads', 'overload-wrong', { worker, minutes, told: told.get(worker) ?? 0 })
    for (const job of jobs) {
      const fits = layOpen(diary, job, diary.accepted, diary.acceptedSeats, false)
      if (fits > 0) fault(diary.book, 'acceptedByDay', 'accepted-displaced', { worker, package: job.package, minutes: fits })
    }
  }
}
