import { action, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { arePicturesThere, latestVersion, packageForUpdate, publishVersion, scopeOfPackage } from '../store/index.ts'

/** Publishes a version for good. From the second on, what changed must be said: people have already learnt the first. */
export const publishManual = action(contract['publish-manual'], {
  load: async ({ db }, { packageId }) => {
    const work = await packageForUpdate(db, packageId)
    return work
      ? {
          work,
          before: { version: await latestVersion(db, packageId) },
          scope: (await scopeOfPackage(db, packageId)) ?? {},
          subject: packageId,
        }
      : null
  },
  run: async (context, { packageId, steps, changes }, { work }) => {
    const { db, programmeId, actor, now } = context
    if (work.state === 'closed') return refuse('package-closed')
    if (!(await arePicturesThere(context, steps))) return refuse('picture-missing')
    const version = ((await latestVersion(db, packageId)) ?? 0) + 1
    if (version > 1 && changes === '') return refuse('changes-missing')
    await publishVersion(db, { programmeId, packageId, version, steps, changes, by: actor.userId ?? '', now })
    return { packageId, version }
  },
})
