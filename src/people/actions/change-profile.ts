import { action, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { toKatakana } from '../rules/kana.ts'
import { findTakingPart, lockWorker, siteIsOpen, updateWorker } from '../store/workers.ts'

export const changeProfile = action(contract['change-profile'], {
  load: async ({ db, today }, { workerId, municipalityId }) => {
    const found = await lockWorker(db, workerId)
    const municipality = await findTakingPart(db, municipalityId, today)
    return found && municipality ? { ...found, municipality } : null
  },
  run: async ({ db, today }, input, { worker, municipality }) => {
    // Somebody stays in a city that has left; nobody moves to one.
    if (!municipality.takesPart && worker.municipalityId !== input.municipalityId) return refuse('municipality-takes-no-part')
    if (input.siteId !== null && input.siteId !== worker.siteId && !(await siteIsOpen(db, input.siteId, today)))
      return refuse('site-unknown')
    const { workerId, ...profile } = input
    await updateWorker(db, workerId, { ...profile, kana: toKatakana(input.kana) })
    return {}
  },
})
