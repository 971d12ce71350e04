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
    if (!municipality.takesPart && worker.municipality_id !== input.municipalityId) return refuse('municipality-takes-no-part')
    if (input.siteId !== null && input.siteId !== worker.site_id && !(await siteIsOpen(db, input.siteId, today)))
      return refuse('site-unknown')
    await updateWorker(db, worker.id, {
      name: input.name,
      kana: toKatakana(input.kana),
      display_name: input.displayName,
      phone: input.phone,
      postal_address: input.postalAddress,
      prefecture: input.prefecture,
      municipality_id: input.municipalityId,
      site_id: input.siteId,
    })
    return {}
  },
})
