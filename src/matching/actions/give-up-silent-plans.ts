import { notify } from '../../platform/notifications/notifications.ts'
import type { ActionContext } from '../../platform/action.ts'
import { notices } from '../rules/notices.ts'
import { failSilentPlans } from '../store/plans.ts'

/** Ends the runs whose process is gone and tells whoever asked for one, so that no plan is being made for ever. */
export async function giveUpSilentPlans({ db, programmeId, now }: Pick<ActionContext, 'db' | 'programmeId' | 'now'>): Promise<void> {
  for (const { id, kind, askedBy } of await failSilentPlans(db, now)) {
    if (kind === 'whole') await notify({ db, programmeId, now }, notices['plan-failed'], [askedBy], { id, link: `/plan/${id}`, facts: {} })
  }
}
