import { action, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { hasOpenOffers, packageForUpdate, scopeOfPackage, setPackageState } from '../store/index.ts'

export const closePackage = action(contract['close-package'], {
  load: async ({ db }, { packageId }) => {
    const work = await packageForUpdate(db, packageId)
    return work
      ? {
          work,
          before: { state: work.state },
          also: { state: 'closed' },
          scope: (await scopeOfPackage(db, packageId)) ?? {},
          subject: packageId,
        }
      : null
  },
  run: async ({ db, today }, { packageId }, { work }) => {
    if (work.state !== 'ready') return refuse('package-not-published')
    if (await hasOpenOffers(db, packageId, today)) return refuse('offers-open')
    await setPackageState(db, packageId, 'closed')
    return { packageId }
  },
})
