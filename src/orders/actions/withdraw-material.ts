import { action, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { insertMaterial, lastMaterial, packageForUpdate, scopeOfPackage } from '../store/index.ts'

/** Takes a material back with a version that has no file; who had it when stays on record. */
export const withdrawMaterial = action(contract['withdraw-material'], {
  load: async ({ db }, { materialId }) => {
    const found = await lastMaterial(db, materialId)
    // The package is locked before the last version is read for good, so that numbers have no gap.
    const work = found && (await packageForUpdate(db, found.packageId))
    const last = work && (await lastMaterial(db, materialId))
    return last
      ? { last, also: { title: last.title }, scope: (await scopeOfPackage(db, last.packageId)) ?? {}, subject: last.packageId }
      : null
  },
  run: async ({ db, actor, now }, _, { last }) => {
    if (last.fileId === null) return refuse('material-withdrawn')
    const version = last.version + 1
    await insertMaterial(db, { ...last, version, fileId: null, changes: '', addedBy: actor.userId ?? '', addedAt: now.toISOString() })
    return { version }
  },
})
