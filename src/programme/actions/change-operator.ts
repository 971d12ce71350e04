import { action, Failure } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { operatorFaults } from '../store/operator-check.ts'
import { holdBack } from '../store/opening.ts'
import { lockProgramme, updateProgramme } from '../store/programme.ts'

/** The body that orders and pays: its name stands on every notice of terms, statement and invoice from now on. */
export const changeOperator = action(contract['change-operator'], {
  load: async ({ db, programmeId }) => {
    const programme = await lockProgramme(db, programmeId)
    return programme ? { programme, before: programme, subject: programmeId } : null
  },
  run: async (context, input, { programme }) => {
    const faults = operatorFaults(input)
    if (faults.length > 0) throw new Failure('invalid-input', faults)
    const bankAccount = input.bankAccount && JSON.stringify(input.bankAccount)
    await updateProgramme(context, { ...input, bankAccount })
    return { heldBack: await holdBack(context.db, context.programmeId, programme.operatorName, input.operatorName) }
  },
})
