import { action, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { arePicturesThere, packageForUpdate, saveDraft, scopeOfPackage } from '../store/index.ts'

export const saveManual = action(contract['save-manual'], {
  load: async ({ db }, { packageId }) => {
    const work = await packageForUpdate(db, packageId)
    return work ? { work, scope: (await scopeOfPackage(db, packageId)) ?? {}, subject: packageId } : null
  },
  run: async (context, { packageId, steps }, { work }) => {
    const { db, programmeId, actor, now } = context
    if (work.state === 'closed') return refuse('package-closed')
    if (!(await arePicturesThere(context, steps))) return refuse('picture-missing')
    await saveDraft(db, { programmeId, packageId, steps, by: actor.userId ?? '', now })
    return { packageId }
  },
})
