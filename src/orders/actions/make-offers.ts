import type { Scopes } from '../../platform/access.ts'
import { action, newId, refuse } from '../../platform/action.ts'
import { calendarDate } from '../../units/calendar-date.ts'
import { contract } from '../contract/index.ts'
import { answerDayFault } from '../rules/answer-day.ts'
import { events } from '../rules/events.ts'
import { fitsStandardDays } from '../rules/pace.ts'
import { insertOffers, openPairs, packageProgress, packagesForUpdate, workerStates } from '../store/index.ts'

/** Makes one offer or a whole plan. The packages are locked, so that the offers together never exceed what is left. */
export const makeOffers = action(contract['make-offers'], {
  load: async ({ db }, { offers }) => {
    const packages = await packagesForUpdate(
      db,
      offers.map((offer) => offer.packageId),
    )
    const workerIds = [...new Set(offers.map((offer) => offer.workerId))]
    const workers = await workerStates(db, workerIds)
    if (packages.length < new Set(offers.map((offer) => offer.packageId)).size || workers.length < workerIds.length) return null
    const offered = offers.map((offer) => ({ ...offer, id: newId() }))
    return { packages, workers, offered, scope: sharedScope(packages), subject: offered[0]?.id ?? '' }
  },
  run: async ({ db, programmeId, actor, now, today, publish }, { planId, answerBy }, { packages, workers, offered }) => {
    const byId = new Map(packages.map((each) => [each.id, each]))
    if (packages.some((each) => each.state !== 'ready')) return refuse('package-not-published')
    if (packages.some((each) => each.dueOn < today)) return refuse('due-passed')
    const answerFault = answerDayFault(
      answerBy,
      today,
      packages.map((each) => each.dueOn),
    )
    if (answerFault) return refuse(answerFault)
    if (workers.some((worker) => worker.state !== 'registered' && worker.state !== 'active')) return refuse('worker-not-available')
    const pairs = offered.map((offer) => `${offer.workerId}/${offer.packageId}`)
    const open = await openPairs(
      db,
      packages.map((each) => each.id),
      today,
    )
    if (new Set(pairs).size < pairs.length || pairs.some((pair) => open.has(pair))) return refuse('already-offered')
    const progress = await packageProgress(
      db,
      packages.map((each) => each.id),
      today,
    )
    for (const work of packages) {
      const wanted = offered.reduce((sum, offer) => sum + (offer.packageId === work.id ? offer.units : 0), 0)
      const left = progress.get(work.id)?.left ?? 0
      if (wanted > left) return refuse('not-enough-units', { title: work.title, left, wanted })
    }
    const written = offered.map((offer) => {
      const work = byId.get(offer.packageId)
      if (!work) throw new Error('an offer without its package')
      return { ...offer, unitPriceYen: work.unitPriceYen, dueOn: work.dueOn }
    })
    if (written.some((offer) => !fitsStandardDays(offer.minutes, today, calendarDate(offer.dueOn)))) return refuse('too-long-days')
    await insertOffers(db, written, { programmeId, planId, by: actor.userId ?? '', now, answerBy })
    for (const { id } of written) await publish(events['offer.made'], { offerId: id })
    return { offerIds: written.map((offer) => offer.id) }
  },
})

/** The scopes that hold for all of the packages: who offers across orders or sites must direct the programme. */
function sharedScope(packages: readonly { orderId: string; onSiteId: string | null }[]): Scopes {
  const orders = [...new Set(packages.map((each) => each.orderId))]
  const sites = [...new Set(packages.map((each) => each.onSiteId))]
  return { order: orders.length === 1 ? orders : [], site: sites.length === 1 ? sites : [] }
}
