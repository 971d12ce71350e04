import { action } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { doesVersionExist, saveReading, workerOf, worksOn } from '../store/index.ts'

/** Notes that a worker has opened a version, and which steps they ticked off. */
export const markManualRead = action(contract['mark-manual-read'], {
  load: async ({ db, actor, today }, { packageId, version }) => {
    const worker = await workerOf(db, actor)
    if (!worker || !(await worksOn(db, packageId, worker.id, today)) || !(await doesVersionExist(db, packageId, version))) return null
    return { workerId: worker.id, scope: { self: [worker.id] }, subject: packageId }
  },
  run: async ({ db, programmeId, now }, { packageId, version, checked }, { workerId }) => {
    await saveReading(db, { programmeId, packageId, workerId, version, checked, now })
    return { packageId }
  },
})
