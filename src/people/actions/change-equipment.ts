import { action } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { lockWorker, updateWorker } from '../store/workers.ts'

export const changeEquipment = action(contract['change-equipment'], {
  load: ({ db }, { workerId }) => lockWorker(db, workerId),
  run: async ({ db }, { workerId, equipment, lineSpeedMbps }) => {
    await updateWorker(db, workerId, { equipment: [...new Set(equipment)], lineSpeedMbps })
    return {}
  },
})
