import { action } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { lockProgramme, updateProgramme } from '../store/programme.ts'

export const changeProgramme = action(contract['change-programme'], {
  load: async ({ db, programmeId }) => ((await lockProgramme(db, programmeId)) ? { subject: programmeId } : null),
  run: async (context, input) => {
    await updateProgramme(context, input)
    return {}
  },
})
