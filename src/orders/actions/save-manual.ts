import { action, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { packageForUpdate, saveDraft, scopeOfPackage } from '../store/index.ts'

export const saveManual = action(contract['save-manual'], {
  load: async ({ db }, { packageId }) => {
    const work = await packageForUpdate(db, packageId)
    return work ? { work, scope: (await scopeOfPackage(db, packageId)) ?? {}, subject: packageId } : null
  },
  run: async ({ db, programmeId, actor, now }, { packageId, steps }, { work }) => {
    if (work.state === 'closed') return refuse('package-closed')
    await saveDraft(db, { programmeId, packageId, steps, by: actor.userId ?? '', now })
    return { packageId }
  },
})
