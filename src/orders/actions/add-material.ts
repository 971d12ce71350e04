import { action, newId, refuse } from '../../platform/action.ts'
import { completeFiles } from '../../platform/files.ts'
import { contract } from '../contract/index.ts'
import { events } from '../rules/events.ts'
import { countMaterials, insertMaterial, lastMaterial, mostMaterials, packageForUpdate, scopeOfPackage } from '../store/index.ts'

/** Puts a file to the work, or a new version of one. Whoever agreed to the one before keeps it and is told of the new one. */
export const addMaterial = action(contract['add-material'], {
  load: async ({ db, now }, { packageId, materialId }) => {
    const work = await packageForUpdate(db, packageId)
    const before = materialId === null ? undefined : await lastMaterial(db, materialId)
    if (!work || (materialId !== null && before?.packageId !== packageId)) return null
    const { title, step, dataClass } = before ?? {}
    return {
      work,
      last: before,
      id: before?.id ?? newId(now.getTime()),
      before: before ? { title, step, dataClass, version: before.version } : {},
      scope: (await scopeOfPackage(db, packageId)) ?? {},
      subject: packageId,
    }
  },
  run: async (context, input, { work, last, id }) => {
    const { db, programmeId, actor, now } = context
    const { packageId, title, step, dataClass, fileId, changes } = input
    if (work.state === 'closed') return refuse('package-closed')
    if (dataClass > work.securityClass) return refuse('class-above-package', { securityClass: work.securityClass })
    if (last && changes === '') return refuse('changes-missing')
    if (!(await completeFiles(db, actor.userId, [fileId]))) return refuse('files-missing')
    if (!last && (await countMaterials(db, packageId)) >= mostMaterials) return refuse('too-much-material', { most: mostMaterials })
    const version = (last?.version ?? 0) + 1
    const added = { addedBy: actor.userId ?? '', addedAt: now.toISOString() }
    await insertMaterial(db, { programmeId, id, version, packageId, title, step, dataClass, fileId, changes, ...added })
    await context.publish(events['material.added'], { materialId: id, version })
    return { materialId: id, version }
  },
})
