import { action } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { recordWorkKind as record } from '../store/index.ts'

/** Adds a kind of work, or changes the one with that key. Its withholding class decides the tax on every fee (所得税法204条). */
export const recordWorkKind = action(contract['record-work-kind'], {
  load: async () => ({}),
  run: async ({ db, programmeId }, input) => ({ workKindId: await record(db, programmeId, input) }),
})
