import { action } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { holdBack } from '../store/opening.ts'
import { lockProgramme, updateProgramme } from '../store/programme.ts'

export const changeProgramme = action(contract['change-programme'], {
  load: async ({ db, programmeId }) => {
    const programme = await lockProgramme(db, programmeId)
    return programme ? { programme, before: programme, subject: programmeId } : null
  },
  run: async (context, input, { programme }) => {
    await updateProgramme(context, input)
    return { heldBack: await holdBack(context.db, context.programmeId, programme.name, input.name) }
  },
})
