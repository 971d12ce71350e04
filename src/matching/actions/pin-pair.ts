import { action } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { doBothExist, setPairRule } from '../store/pair-rules.ts'

/** The next plans keep these units with this person, as long as the gates let them. */
export const pinPair = action(contract['pin-pair'], {
  load: async ({ db }, { workerId, packageId }) => ((await doBothExist(db, workerId, packageId)) ? { subject: packageId } : null),
  run: async ({ db, programmeId, actor, now }, { workerId, packageId, units }) => {
    await setPairRule(db, { programmeId, workerId, packageId, rule: 'pinned', units, by: actor.userId ?? '', now })
    return { workerId, packageId }
  },
})
