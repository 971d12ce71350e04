import { type Job, Room } from './room.ts'

export type AcceptedJob = Job & { readonly package: number }

/** What a worker has promised: accepted work is never moved or cut, and keeps its hours and seats before all offers. */
export type Promised = {
  /** All minutes of it; they count towards the ceiling even where they find no room. */
  readonly minutes: number
  /** A job in the window of each package, or one for each day with a seat. */
  readonly jobs: readonly AcceptedJob[]
  /** The jobs with as many of their minutes as fit into the worker's hours. */
  readonly fits: readonly AcceptedJob[]
  /** On-site minutes that found no seat or no free day. */
  readonly withoutSeat: number
}

export type CompiledAccepted = { readonly worker: number; readonly package: number; readonly units: number; readonly minutes: number }

/** What accepted work is laid into: the columns of the same names in `Compiled`. */
type Days = {
  readonly days: number
  readonly hours: Int32Array
  readonly seats: Float64Array
  readonly packageSite: Int32Array
  readonly release: Int32Array
  readonly due: Int32Array
}

/** All minutes of some jobs. */
export const minutesOf = (jobs: readonly Job[]): number => jobs.reduce((sum, job) => sum + job.minutes, 0)

/** Gives accepted work its seats, the first in the list first; answers what everybody has promised, by worker, and the seats that are left. */
export function fixAccepted(
  compiled: Days,
  accepted: readonly CompiledAccepted[],
): { readonly promised: ReadonlyMap<number, Promised>; readonly seatsLeft: Float64Array } {
  const promised = new Map<number, Promised>()
  const seatsLeft = compiled.seats.slice()
  for (const { minutes, package: pack, worker } of accepted) {
    const held = promised.get(worker) ?? { minutes: 0, jobs: [], fits: [], withoutSeat: 0 }
    const window = { package: pack, release: compiled.release[pack]!, due: compiled.due[pack]!, minutes }
    const found =
      compiled.packageSite[pack]! < 0 ? [window] : takeSeats(compiled, seatsLeft, roomBeside(compiled, worker, held.fits), window)
    const jobs = [...held.jobs, ...found]
    const withoutSeat = held.withoutSeat + minutes - minutesOf(found)
    promised.set(worker, { minutes: held.minutes + minutes, jobs, fits: fitting(compiled, worker, jobs), withoutSeat })
  }
  return { promised, seatsLeft }
}

/** The jobs with as many of their minutes as fit into the worker's hours, the first in the list first; the other minutes are an overload. */
export function fitting(compiled: Pick<Days, 'days' | 'hours'>, worker: number, jobs: readonly AcceptedJob[]): AcceptedJob[] {
  const room = new Room(compiled.days)
  room.reset(compiled.hours, worker * compiled.days)
  return jobs.map((job) => {
    const minutes = job.release > job.due ? 0 : Math.min(job.minutes, room.left(job.release, job.due))
    room.add(job.release, job.due, minutes)
    return { ...job, minutes }
  })
}

function roomBeside(compiled: Days, worker: number, jobs: readonly AcceptedJob[]): Room {
  const room = new Room(compiled.days)
  room.reset(compiled.hours, worker * compiled.days)
  for (const job of jobs) room.add(job.release, job.due, job.minutes)
  return room
}

function takeSeats(
  { days, packageSite }: Days,
  seatsLeft: Float64Array,
  room: Room,
  { package: pack, release, due, minutes }: AcceptedJob,
): AcceptedJob[] {
  const jobs: AcceptedJob[] = []
  let open = minutes
  for (let day = release; day <= due && open > 0; day += 1) {
    const seat = packageSite[pack]! * days + day
    const used = Math.min(open, seatsLeft[seat]!, room.left(day, day))
    if (used <= 0) continue
    room.add(day, day, used)
    seatsLeft[seat]! -= used
    jobs.push({ package: pack, release: day, due: day, minutes: used })
    open -= used
  }
  return jobs
}

/** Lays what a worker has promised on any days of its windows, but no more of it than finds room, and answers the minutes left below the ceiling. */
export function layPromised(
  { ceiling, due, promised, release }: Days & { readonly ceiling: Float64Array; readonly promised: ReadonlyMap<number, Promised> },
  room: Room,
  worker: number,
): number {
  const held = promised.size === 0 ? undefined : promised.get(worker)
  if (held === undefined) return ceiling[worker]!
  for (const job of held.fits) room.add(release[job.package]!, due[job.package]!, job.minutes)
  return ceiling[worker]! - held.minutes
}
