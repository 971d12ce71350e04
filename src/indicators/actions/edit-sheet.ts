import { action, newId, refuse } from '../../platform/action.ts'
import { contract, typedKeys, typedParts } from '../contract.ts'
import { readMunicipality, readTypists, sheetForUpdate, writeSheet } from '../store/sheets.ts'
import { optionsOf } from './compose-sheet.ts'

/** Keeps what was typed into a sheet. Two people at one sheet do not overwrite each other: the later one is told. */
export const editSheet = action(contract['edit-sheet'], {
  async load({ db }, input) {
    const municipality = await readMunicipality(db, input.municipalityId)
    if (!municipality) return null
    const sheet = await sheetForUpdate(db, municipality.id, input.fiscalYear)
    return { municipality, sheet, scope: { municipality: [municipality.id] }, subject: sheet?.id ?? municipality.id }
  },
  async run({ db, programmeId, actor, now }, input, { municipality, sheet }) {
    const { ratings, directions } = optionsOf(municipality)
    const known = (options: { key: string }[], key: string | null) => key === null || options.some((option) => option.key === key)
    if (!known(ratings, input.typed.rating) || !known(directions, input.typed.direction)) return refuse('unknown-option')
    const before = typedParts.parse(sheet?.typed ?? {})
    const mark = { by: actor.userId ?? '', at: now.toISOString() }
    const changed = typedKeys.filter((part) => JSON.stringify(before[part]) !== JSON.stringify(input.typed[part]))
    const revision = await writeSheet(db, {
      id: sheet?.id ?? newId(),
      programmeId,
      municipalityId: municipality.id,
      fiscalYear: input.fiscalYear,
      revision: input.revision,
      typed: input.typed,
      typedBy: { ...readTypists(sheet?.typedBy), ...Object.fromEntries(changed.map((part) => [part, mark])) },
      userId: actor.userId ?? '',
      at: now.toISOString(),
    })
    return revision === null ? refuse('edited-meanwhile') : { revision }
  },
})
