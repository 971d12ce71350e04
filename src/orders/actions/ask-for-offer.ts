import { action, newId, refuse } from '../../platform/action.ts'
import { calendarDate } from '../../units/calendar-date.ts'
import { contract } from '../contract/index.ts'
import { events } from '../rules/events.ts'
import { fitsStandardDays } from '../rules/pace.ts'
import { candidateFor, insertOffers, namedLacks, openJobs, openPairs, packageForUpdate, takeable, workerOf } from '../store/index.ts'

/** A worker who fits raises a hand and is offered the units at once; nobody has to say yes first. */
export const askForOffer = action(contract['ask-for-offer'], {
  load: async ({ db, actor }, { packageId }) => {
    const worker = await workerOf(db, actor)
    const work = worker ? await packageForUpdate(db, packageId) : null
    if (!worker || !work || !work.isPublic || work.state !== 'ready') return null
    return { worker, work, scope: { self: [worker.id] }, subject: packageId }
  },
  run: async ({ db, programmeId, actor, now, today, publish }, { packageId, units }, { worker, work }) => {
    if (work.dueOn < today) return refuse('due-passed')
    if ((await openPairs(db, [packageId], today)).has(`${worker.id}/${packageId}`)) return refuse('already-offered')
    const [job] = await openJobs(db, today, { packageId, publicOnly: true })
    if (!job || units > job.unitsLeft) return refuse('not-enough-units', { title: work.title, left: job?.unitsLeft ?? 0, wanted: units })
    const { least, most } = takeable(job)
    if (units < least || units > most) return refuse('lot-size', { least, most })
    const candidate = await candidateFor(db, worker.id, [job], today)
    if (!candidate || namedLacks(candidate, job, new Map()).length > 0) return refuse('requirements-missing')
    const minutes = units * work.unitMinutes
    if (!fitsStandardDays(minutes, today, calendarDate(work.dueOn))) return refuse('too-long-days')
    const id = newId()
    const offer = { id, packageId, workerId: worker.id, units, minutes, unitPriceYen: work.unitPriceYen, dueOn: work.dueOn, why: [] }
    await insertOffers(db, [offer], { programmeId, planId: null, by: actor.userId ?? '', now, answerBy: null })
    await publish(events['offer.made'], { offerId: id })
    return { offerId: id }
  },
})
