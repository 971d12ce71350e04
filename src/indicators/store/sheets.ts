import { z } from 'zod'
import type { Db } from '../../platform/db/db.ts'
import { sameTenant } from '../../platform/db/listing.ts'
import type { TypedParts } from '../contract.ts'

/** The programme's frame of years and names, as the sheet prints it. */
export const readProgramme = (db: Db) => db.selectFrom('programme.programme').selectAll().executeTakeFirst()

export const readMunicipality = (db: Db, id: string) =>
  db.selectFrom('programme.municipality').selectAll().where('id', '=', id).executeTakeFirst()

export const readLead = (db: Db) =>
  db.selectFrom('programme.municipality').select(['name', 'department']).where('isLead', '=', true).executeTakeFirst()

export const readCosts = (db: Db, municipalityId: string) =>
  db.selectFrom('programme.cost_share').selectAll().where('municipalityId', '=', municipalityId).orderBy('fiscalYear').execute()

export const readYearCost = (db: Db, year: number) =>
  db.selectFrom('programme.year_cost').selectAll().where('fiscalYear', '=', year).executeTakeFirst()

export const readSheet = (db: Db, municipalityId: string, year: number) =>
  db
    .selectFrom('indicators.sheet')
    .selectAll()
    .where('municipalityId', '=', municipalityId)
    .where('fiscalYear', '=', year)
    .executeTakeFirst()

export const sheetForUpdate = (db: Db, municipalityId: string, year: number) =>
  db
    .selectFrom('indicators.sheet')
    .selectAll()
    .where('municipalityId', '=', municipalityId)
    .where('fiscalYear', '=', year)
    .forUpdate()
    .executeTakeFirst()

const typists = z.record(z.string(), z.object({ by: z.string(), at: z.string() }))
type Typists = z.output<typeof typists>

/** Who typed which part when, as it is stored. */
export const readTypists = (stored: unknown): Typists => typists.parse(stored ?? {})

/** The same with the names of the people. */
export async function typistsOf(db: Db, stored: unknown): Promise<Record<string, { name: string; at: string }>> {
  const known = readTypists(stored)
  const ids = [...new Set(Object.values(known).map((each) => each.by))]
  const people = ids.length === 0 ? [] : await db.selectFrom('platform.user').select(['id', 'name']).where('id', 'in', ids).execute()
  return Object.fromEntries(
    Object.entries(known).map(([part, { by, at }]) => [part, { name: people.find((person) => person.id === by)?.name ?? '', at }]),
  )
}

/** Writes what was typed; `null` when somebody else wrote since `revision` was read. */
export async function writeSheet(
  db: Db,
  sheet: {
    id: string
    programmeId: string
    municipalityId: string
    fiscalYear: number
    revision: number
    typed: TypedParts
    typedBy: Typists
    userId: string
    at: string
  },
): Promise<number | null> {
  const row = {
    typed: JSON.stringify(sheet.typed),
    typedBy: JSON.stringify(sheet.typedBy),
    updatedBy: sheet.userId,
    updatedAt: sheet.at,
  }
  if (sheet.revision === 0) {
    const inserted = await db
      .insertInto('indicators.sheet')
      .values({
        ...row,
        programmeId: sheet.programmeId,
        id: sheet.id,
        municipalityId: sheet.municipalityId,
        fiscalYear: sheet.fiscalYear,
        revision: 1,
      })
      .onConflict((c) => c.doNothing())
      .executeTakeFirst()
    return Number(inserted.numInsertedOrUpdatedRows) === 1 ? 1 : null
  }
  const updated = await db
    .updateTable('indicators.sheet')
    .set((e) => ({ ...row, revision: e('revision', '+', 1) }))
    .where('municipalityId', '=', sheet.municipalityId)
    .where('fiscalYear', '=', sheet.fiscalYear)
    .where('revision', '=', sheet.revision)
    .returning('revision')
    .executeTakeFirst()
  return updated?.revision ?? null
}

export const readVersions = (db: Db, sheetId: string) =>
  db
    .selectFrom('indicators.sheet_version as version')
    .leftJoin('platform.user as person', 'person.id', 'version.publishedBy')
    .select(['version.version', 'version.documentId', 'version.publishedAt', 'version.reason', 'person.name as publishedBy'])
    .where('version.sheetId', '=', sheetId)
    .orderBy('version.version')
    .execute()

export async function latestDocumentOf(db: Db, sheetId: string) {
  return db
    .selectFrom('indicators.sheet_version as version')
    .innerJoin('platform.document as document', (join) => sameTenant(join, 'document.id', 'version.documentId'))
    .select(['document.id', 'document.number', 'document.version'])
    .where('version.sheetId', '=', sheetId)
    .orderBy('version.version', 'desc')
    .executeTakeFirst()
}

export async function insertVersion(
  db: Db,
  row: {
    programmeId: string
    sheetId: string
    version: number
    documentId: string
    publishedBy: string
    publishedAt: string
    reason: string
  },
): Promise<void> {
  await db.insertInto('indicators.sheet_version').values(row).execute()
}
