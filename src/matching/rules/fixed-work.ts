import type { CompiledAccepted } from './compile.ts'
import type { OpenPlan } from './open-plan.ts'
import type { Job } from './room.ts'

export type AcceptedJob = Job & { readonly package: number }

/** Puts accepted work into a plan that has no offers yet: it keeps its hours and seats, and its worker gets no offer of that package. */
export function fixAccepted(plan: OpenPlan, { minutes, package: pack, worker }: CompiledAccepted): void {
  const compiled = plan.compiled
  const jobs = plan.accepted.get(worker) ?? []
  plan.accepted.set(worker, jobs)
  const release = compiled.release[pack]!
  const due = Math.max(release, compiled.due[pack]!)
  if (compiled.packageSite[pack]! < 0) jobs.push({ package: pack, release, due, minutes })
  else jobs.push(...takeSeats(plan, worker, pack, minutes))
  plan.used[worker]! += minutes
  for (let arc = compiled.start[worker]!; arc < compiled.start[worker + 1]!; arc += 1) {
    if (compiled.arcPackage[arc] === pack) plan.closed.add(arc)
  }
  plan.refresh(worker)
}

/** Seats for accepted on-site work; what finds no seat is told as an overload. */
function takeSeats(plan: OpenPlan, worker: number, pack: number, minutes: number): AcceptedJob[] {
  const compiled = plan.compiled
  const jobs: AcceptedJob[] = []
  const room = plan.room(worker)
  let open = minutes
  for (let day = compiled.release[pack]!; day <= compiled.due[pack]! && open > 0; day += 1) {
    const seat = compiled.packageSite[pack]! * compiled.days + day
    const used = Math.min(open, plan.seatsLeft[seat]!, room.left(day, day))
    if (used <= 0) continue
    room.add(day, day, used)
    plan.seatsLeft[seat]! -= used
    jobs.push({ package: pack, release: day, due: day, minutes: used })
    open -= used
  }
  if (open > 0) plan.acceptedWithoutSeat.set(worker, (plan.acceptedWithoutSeat.get(worker) ?? 0) + open)
  return jobs
}
