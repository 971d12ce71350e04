import { action, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { isReady, readinessFindings } from '../rules/readiness.ts'
import {
  insertReadinessCheck,
  packageFacts,
  packageForUpdate,
  orderForUpdate,
  scopeOfPackage,
  setOrderState,
  setPackageState,
} from '../store/index.ts'

/** Publishes a package when nothing stands in its way; the findings of that moment are kept as evidence. */
export const publishPackage = action(contract['publish-package'], {
  load: async ({ db }, { packageId }) => {
    const work = await packageForUpdate(db, packageId)
    return work
      ? {
          work,
          before: { state: work.state },
          also: { state: 'ready' },
          scope: (await scopeOfPackage(db, packageId)) ?? {},
          subject: packageId,
        }
      : null
  },
  run: async ({ db, programmeId, actor, today, now }, { packageId }, { work }) => {
    if (work.state !== 'preparing') return refuse('package-not-preparing')
    const facts = await packageFacts(db, packageId, today)
    const findings = facts === null ? [] : readinessFindings(facts, today)
    if (facts === null || !isReady(findings))
      return refuse('package-not-ready', { count: findings.filter((each) => each.level === 'must').length })
    await insertReadinessCheck(db, { programmeId, packageId, by: actor.userId ?? '', now, findings })
    await setPackageState(db, packageId, 'ready')
    const order = await orderForUpdate(db, work.orderId)
    if (order?.state === 'preparing') await setOrderState(db, work.orderId, 'running')
    return { packageId }
  },
})
