import { expect, it } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { createWorld, type World } from '../../../test/support/world.ts'
import { execute, newId } from '../../platform/action.ts'
import { typedParts } from '../contract.ts'
import { publishSheet } from './publish-sheet.ts'

const complete = typedParts.parse({
  positionOfYear: 'P',
  content: 'C',
  rating: 'C',
  effect: 'E',
  direction: 'C',
  issues: 'I',
  nextSteps: 'N',
})

async function arrange(world: World, change: { year?: number; typed?: object; published?: boolean } = {}) {
  const municipalityId = await world.municipality()
  const sheetId = newId()
  const fiscalYear = change.year ?? 2025
  await world.insert('indicators.sheet', {
    id: sheetId,
    municipalityId,
    fiscalYear,
    typed: JSON.stringify(change.typed ?? complete),
    updatedBy: 'system',
  })
  if (change.published) {
    const documentId = newId()
    await world.insert('platform.document', {
      id: documentId,
      kind: 'evaluation-sheet',
      number: `E-${sheetId}`,
      template: 'evaluation-sheet/v1',
      transactionOn: world.today,
      counterpartyName: 'City',
      data: '{}',
      sha256: Buffer.alloc(32),
      issuedAt: world.now.toISOString(),
      retainUntil: '2036-03-31',
    })
    await world.insert('indicators.sheet_version', { sheetId, version: 1, documentId, publishedBy: 'system' })
  }
  return {
    actor: await world.person('officer', { kind: 'municipality', id: municipalityId }),
    input: { municipalityId, fiscalYear, reason: '' },
  }
}

actionSuite(publishSheet, {
  arrange,
  async check(world, output) {
    const locked = await world.inside((db) => db.selectFrom('money.evaluated_year').select('fiscalYear').execute())
    expect(locked.map(({ fiscalYear }) => fiscalYear)).toContain(2025)
    expect(output.version).toBe(1)
    const document = await world.inside((db) =>
      db.selectFrom('platform.document').selectAll().where('id', '=', output.documentId).executeTakeFirstOrThrow(),
    )
    expect(document).toMatchObject({ kind: 'evaluation-sheet', template: 'evaluation-sheet/v1', version: 1 })
    expect(document.data).toMatchObject({ fiscalYear: 2025, typed: { rating: 'C' } })
  },
  refusals: {
    'sheet-incomplete': (world) => arrange(world, { typed: { ...complete, effect: '' } }),
    'year-not-over': (world) => arrange(world, { year: 2026 }),
    'reason-missing': (world) => arrange(world, { published: true }),
  },
})

it('だれも書いていないシートは、足りない欄をすべて挙げて断る', async () => {
  const world = await createWorld({ today: '2026-06-01' })
  try {
    const municipalityId = await world.municipality()
    const actor = await world.person('officer', { kind: 'municipality', id: municipalityId })
    const answer = await execute(
      world.database,
      publishSheet,
      { programmeId: world.programmeId, now: world.now, key: newId(), input: { municipalityId, fiscalYear: 2025, reason: '' } },
      async () => actor,
      actor.userId,
    )
    expect(answer).toMatchObject({
      ok: false,
      refusal: { code: 'sheet-incomplete', details: { missing: 'positionOfYear, content, rating, effect, direction, issues, nextSteps' } },
    })
  } finally {
    await world.close()
  }
})

it('二度目に出したシートは、第2版と理由とともに残る', async () => {
  const world = await createWorld({ today: '2026-06-01' })
  try {
    const { actor, input } = await arrange(world, { published: true })
    const publish = (reason: string) => world.inside((db) => publishSheet.perform(world.context(db, actor), { ...input, reason }))
    expect(await publish('実績の数え直し')).toMatchObject({ version: 2 })
    const document = await world.inside((db) =>
      db.selectFrom('platform.document').selectAll().where('version', '=', 2).executeTakeFirstOrThrow(),
    )
    expect(document).toMatchObject({ template: 'evaluation-sheet/v2', data: { edition: { version: 2, reason: '実績の数え直し' } } })
  } finally {
    await world.close()
  }
})
