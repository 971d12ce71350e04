import { verifyAudit } from '../platform/audit.ts'
import type { Database } from '../platform/db/db.ts'
import type { SchemaReport } from '../platform/db/migrate.ts'
import { compareHeads } from '../platform/proof/compare-head.ts'
import { verifyDocuments } from '../platform/documents.ts'
import { verifyFiles } from '../platform/proof/files.ts'
import { headKey, knownTenants } from '../platform/proof/head.ts'
import type { Proof } from '../platform/proof/proof.ts'
import { verifySeals } from '../platform/proof/seals.ts'
import { loadAreas } from './areas.ts'
import { exportHead, keptHeads } from './heads.ts'
import { sentences } from './sentences.ts'
import type { Settings } from './settings.ts'

const nobody = { programmeId: null, userId: null }

/** Broken places that are told in words; all are in the report. */
const mostTold = 50

/**
 * `kado verify`: says what of the schema was compared with the migrations (a difference has ended it before), recomputes everything that
 * matters, programme by programme, and compares the whole with the heads that are kept. The first line of JSON is about the whole, one
 * each about the programmes; sentences name the places that are broken, and then the exit code is 1. What was found whole becomes the
 * newest head.
 */
export async function verify(database: Database, schema: SchemaReport, settings: Settings): Promise<number> {
  const print = (line: unknown) => process.stdout.write(`${JSON.stringify(line)}\n`)
  const heads = await keptHeads(settings)
  const broken = (await database.transaction(nobody, (db) => compareHeads(db, headKey(settings.secret), heads), { readOnly: true })).map(
    sentences.verify.head,
  )
  print({ schema, heads: { kept: heads.length, broken } })
  const { proofs } = await loadAreas()
  const tenants = await database.transaction(nobody, knownTenants, { readOnly: true })
  for (const programmeId of tenants) {
    const report = await verifyProgramme(database, programmeId, proofs)
    broken.push(...placesOf(report).map((place) => `${programmeId}: ${place}`))
    print(report)
  }
  for (const place of broken.slice(0, mostTold)) process.stderr.write(`${place}\n`)
  if (broken.length > 0) {
    process.stderr.write(`${sentences.verify.touched(broken.length)}\n`)
    return 1
  }
  const { failed } = await exportHead(database, settings, new Date())
  for (const place of failed) process.stderr.write(`${sentences.verify.notWritten(place)}\n`)
  return 0
}

type Report = Awaited<ReturnType<typeof verifyProgramme>>

const verifyProgramme = (database: Database, programmeId: string, proofs: readonly Proof[]) =>
  database.transaction(
    { programmeId, userId: null },
    async (db) => ({
      programmeId,
      audit: await verifyAudit(db),
      documents: await verifyDocuments(db),
      seals: await verifySeals(db),
      files: await verifyFiles(db),
      proofs: await Promise.all(proofs.map(async ({ name, find }) => ({ name, broken: await find(db) }))),
    }),
    { readOnly: true },
  )

function placesOf({ audit, documents, seals, files, proofs }: Report): string[] {
  const { reasons, places } = sentences.verify
  return [
    ...audit.broken.map(({ lane, seq, reason }) => places.audit(lane, seq, reasons[reason])),
    ...documents.broken.map((place) => places.document(place.replace(/\w+$/, (reason) => reasons[reason as keyof typeof reasons]))),
    ...seals.broken.map(({ relation, key, reason }) => places.row(relation, key, reasons[reason])),
    ...files.broken.map(({ id, name }) => places.file(id, name)),
    ...proofs.flatMap(({ name, broken }) => broken.map(({ place }) => places.sum(name, place))),
  ]
}
