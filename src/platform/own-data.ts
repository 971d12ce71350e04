import { sql, type RawBuilder } from 'kysely'
import { type Cell, csvOf } from './csv.ts'
import type { Database, Db } from './db/db.ts'
import { personalTemplates, templateOf } from './documents.ts'
import { bytesOf } from './files.ts'
import { packAside, Zip } from './tables/zip.ts'

type Row = Readonly<Record<string, unknown>>

/** Rows about one person that an area keeps, for the person to take along (個人情報保護法 第33条). */
export interface OwnData {
  /** The table, which names the file: `people.worker`. */
  name: string
  rows(db: Db, userId: string): Promise<readonly Row[]>
}

/** A table whose rows are a person's own by the given condition on `t`, without the columns that speak of others. */
export const ownRows = (name: string, whose: (userId: string) => RawBuilder<unknown>, without: readonly string[] = []): OwnData => ({
  name,
  async rows(db, userId) {
    const hidden = new Set(['programmeId', ...without])
    const { rows } = await sql<Row>`select t.* from ${sql.table(name)} t where ${whose(userId)} order by 1, 2, 3`.execute(db)
    return rows.map((row) => Object.fromEntries(Object.entries(row).filter(([column]) => !hidden.has(column))))
  },
})

const areas: OwnData[] = [
  ownRows('platform.user', (userId) => sql`t.id = ${userId}`),
  ownRows('platform.notification', (userId) => sql`t.user_id = ${userId}`),
  ownRows('platform.file', (userId) => sql`t.uploaded_by = ${userId}`, ['uploadedBy', 'sha256']),
]
/** Areas to the right set theirs when the server starts; one that is set again replaces itself. */
export function registerOwnData(data: OwnData): void {
  const at = areas.findIndex(({ name }) => name === data.name)
  if (at === -1) areas.push(data)
  else areas[at] = data
}

const cellOf = (value: unknown): Cell =>
  value === null || value === undefined
    ? null
    : typeof value === 'string' || typeof value === 'number'
      ? value
      : value instanceof Date
        ? value.toISOString()
        : JSON.stringify(value)

function asCsv(rows: readonly Row[]): string {
  const columns = Object.keys(rows[0] ?? {})
  return csvOf([columns, ...rows.map((row) => columns.map((column) => cellOf(row[column])))])
}

/** A name that every system takes as one step of a path. */
const safeName = (name: string): string => name.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '_')

/**
 * All that a programme keeps about a person as a ZIP, piece by piece: each table as CSV and all of them as `data.json`, the own papers as PDF
 * with a list, and the files that the person sent.
 */
export async function* ownDataArchive(database: Database, who: { programmeId: string; userId: string }): AsyncGenerator<Buffer> {
  const { userId } = who
  const reading = <T>(work: (db: Db) => Promise<T>) => database.transaction(who, work, { readOnly: true })
  const zip = new Zip(packAside)
  const tables = await reading(async (db) => {
    const found: [string, readonly Row[]][] = []
    for (const area of areas) found.push([area.name, await area.rows(db, userId)])
    return found
  })
  for (const [name, rows] of tables) if (rows.length > 0) await zip.add(`${name}.csv`, [asCsv(rows)])
  await zip.add('data.json', [JSON.stringify(Object.fromEntries(tables), null, 2)])
  yield zip.take()

  const papers = await reading((db) => ownPapers(db, userId))
  const list = papers.map(({ sha256, ...paper }) => ({ ...paper, sha256: sha256.toString('hex') }))
  if (list.length > 0) await zip.add('documents.csv', [asCsv(list)])
  for (const { id, number, version } of papers) {
    const paper = await reading((db) => db.selectFrom('platform.document').selectAll().where('id', '=', id).executeTakeFirstOrThrow())
    const about = { number, issuedAt: paper.issuedAt, sha256: paper.sha256.toString('hex') }
    await zip.add(`documents/${safeName(`${number}-v${version}`)}.pdf`, [await templateOf(paper.template).pdf(paper.data, about)])
    yield zip.take()
  }

  const files = await reading((db) =>
    db
      .selectFrom('platform.file')
      .select(['id', 'name'])
      .where('uploadedBy', '=', userId)
      .where('completedAt', 'is not', null)
      .orderBy('id')
      .execute(),
  )
  for (const { id, name } of files) {
    await zip.add(`files/${id}-${safeName(name)}`, [await reading((db) => bytesOf(db, id))])
    yield zip.take()
  }
  yield zip.end()
}

const ownPapers = (db: Db, userId: string) =>
  db
    .selectFrom('platform.document')
    .select(['id', 'kind', 'number', 'version', 'transactionOn', 'amountYen', 'issuedAt', 'retainUntil', 'sha256'])
    .where('ownerUserId', '=', userId)
    .where('template', 'in', [...personalTemplates(), ''])
    .orderBy('issuedAt')
    .orderBy('id')
    .execute()
