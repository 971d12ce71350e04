import { action, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { doReferencesExist, packageForUpdate, scopeOfPackage, skillsOfPackage, updatePackage } from '../store/index.ts'

/** Changes a package that is not published. What people were offered or agreed to never changes under them. */
export const changePackage = action(contract['change-package'], {
  load: async ({ db }, input) => {
    const work = await packageForUpdate(db, input.packageId)
    if (!work || !(await doReferencesExist(db, input))) return null
    return {
      work,
      before: { ...work, skills: await skillsOfPackage(db, work.id) },
      scope: (await scopeOfPackage(db, work.id)) ?? {},
      subject: work.id,
    }
  },
  run: async ({ db, programmeId }, { packageId, ...fields }, { work }) => {
    if (work.state !== 'preparing') return refuse('package-not-preparing')
    await updatePackage(db, programmeId, packageId, fields)
    return { packageId }
  },
})
