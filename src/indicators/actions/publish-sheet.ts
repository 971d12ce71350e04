import { action, refuse } from '../../platform/action.ts'
import { storeDocument } from '../../platform/documents.ts'
import { lockYear } from '../../money/actions/lock-year.ts'
import { addFiscalYears, endOfFiscalYear, fiscalYear as asFiscalYear } from '../../units/fiscal-year.ts'
import { contract } from '../contract.ts'
import { events } from '../rules/events.ts'
import { isOver, missingParts } from '../rules/sheet.ts'
import { insertVersion, latestDocumentOf, readMunicipality, sheetForUpdate } from '../store/sheets.ts'
import { composeSheet } from './compose-sheet.ts'

/** Books and evidence are kept ten years after the fiscal year they belong to. */
const keptYears = 10

/** Publishes a sheet: its figures and words become a document that never changes. A correction is a new version with its reason. */
export const publishSheet = action(contract['publish-sheet'], {
  async load({ db, today }, input) {
    const municipality = await readMunicipality(db, input.municipalityId)
    const row = municipality && (await sheetForUpdate(db, municipality.id, input.fiscalYear))
    const sheet = municipality && (await composeSheet(db, municipality.id, input.fiscalYear, today))
    if (!sheet) return null
    // Nobody has typed anything into a sheet without a row: it is there, and everything in it is missing.
    const earlier = row && (await latestDocumentOf(db, row.id))
    const about = {
      before: { version: earlier?.version ?? null },
      scope: { municipality: [municipality.id] },
      subject: row?.id ?? municipality.id,
    }
    return { sheet, sheetId: row?.id ?? null, earlier, ...about }
  },
  async run(context, input, { sheet, sheetId, earlier }) {
    const year = asFiscalYear(input.fiscalYear)
    if (!isOver(year, context.today)) return refuse('year-not-over')
    const missing = missingParts(sheet.typed)
    if (missing.length > 0 || sheetId === null) return refuse('sheet-incomplete', { missing: missing.join(', ') })
    if (earlier && input.reason === '') return refuse('reason-missing')
    const version = (earlier?.version ?? 0) + 1
    const document = await storeDocument(context, {
      kind: 'evaluation-sheet',
      prefix: `E${input.fiscalYear}-`,
      template: earlier ? 'evaluation-sheet/v2' : 'evaluation-sheet/v1',
      transactionOn: context.today,
      amountYen: sheet.costs.find((cost) => cost.fiscalYear === input.fiscalYear)?.costYen ?? null,
      counterpartyId: sheet.municipality.id,
      counterpartyName: sheet.municipality.name,
      ownerUserId: null,
      data: { ...sheet, versions: [], typedBy: {}, edition: earlier ? { version, reason: input.reason } : null },
      ...(earlier ? { supersedes: earlier } : {}),
      retainUntil: endOfFiscalYear(addFiscalYears(year, keptYears)),
    })
    await insertVersion(context.db, {
      programmeId: context.programmeId,
      sheetId,
      version,
      documentId: document.id,
      publishedBy: context.actor.userId ?? '',
      publishedAt: context.now.toISOString(),
      reason: input.reason,
    })
    await lockYear(context, input.fiscalYear, sheet.municipality.id)
    await context.publish(events['sheet.published'], { sheetId, version })
    return { version, documentId: document.id }
  },
})
