import { action, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { consentTextVersion } from '../rules/consents.ts'
import { insertConsents, lockWorker, standingConsents } from '../store/workers.ts'

/** Agrees anew to the wording of today; what was taken back stays as it was. */
export const giveConsent = action(contract['give-consent'], {
  load: ({ db }, { workerId }) => lockWorker(db, workerId),
  run: async (context, { workerId, purpose }) => {
    if ((await standingConsents(context.db, workerId)).has(purpose)) return refuse('consent-stands')
    await insertConsents(context, workerId, [purpose], consentTextVersion)
    return {}
  },
})
