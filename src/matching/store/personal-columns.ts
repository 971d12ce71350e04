import { registerPersonalColumns } from '../../platform/erasing/personal-columns.ts'

registerPersonalColumns({
  'matching.pair_rule': { codes: ['rule', 'setBy'] },
  // A plan knows people by their ids.
  'matching.plan': { codes: ['kind', 'cause', 'freed', 'state', 'problem', 'plan', 'progress', 'fault', 'askedBy'] },
})
