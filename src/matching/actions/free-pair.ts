import { action, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { doBothExist, removePairRule } from '../store/pair-rules.ts'

/** Takes a pin or a ban away. */
export const freePair = action(contract['free-pair'], {
  load: async ({ db }, { workerId, packageId }) => ((await doBothExist(db, workerId, packageId)) ? { subject: packageId } : null),
  run: async ({ db }, { workerId, packageId }) =>
    (await removePairRule(db, workerId, packageId)) ? { workerId, packageId } : refuse('no-such-rule'),
})
