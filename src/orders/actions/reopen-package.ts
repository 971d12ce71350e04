import { action, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { isInUse, packageForUpdate, scopeOfPackage, setPackageState } from '../store/index.ts'

export const reopenPackage = action(contract['reopen-package'], {
  load: async ({ db }, { packageId }) => {
    const work = await packageForUpdate(db, packageId)
    return work
      ? {
          work,
          before: { state: work.state },
          also: { state: 'preparing' },
          scope: (await scopeOfPackage(db, packageId)) ?? {},
          subject: packageId,
        }
      : null
  },
  run: async ({ db, today }, { packageId }, { work }) => {
    if (work.state !== 'ready') return refuse('package-not-published')
    if (await isInUse(db, packageId, today)) return refuse('package-in-use')
    await setPackageState(db, packageId, 'preparing')
    return { packageId }
  },
})
