import { action } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { doBothExist, setPairRule } from '../store/pair-rules.ts'

/** The next plans never propose this work to this person. */
export const forbidPair = action(contract['forbid-pair'], {
  load: async ({ db }, { workerId, packageId }) => ((await doBothExist(db, workerId, packageId)) ? { subject: packageId } : null),
  run: async ({ db, programmeId, actor, now }, { workerId, packageId }) => {
    await setPairRule(db, { programmeId, workerId, packageId, rule: 'forbidden', units: null, by: actor.userId ?? '', now })
    return { workerId, packageId }
  },
})
