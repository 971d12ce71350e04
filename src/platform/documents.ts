import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { newId, type ActionContext } from './action.ts'
import { canonical } from './canonical.ts'
import { admits, coversTenant, type Actor } from './access.ts'
import type { RoleTable } from './contract.ts'
import type { Db } from './db/db.ts'

/**
 * How one version of one kind of document is shown. Old versions stay, so that a document looks for ever as it did on
 * its day.
 */
export interface DocumentTemplate {
  /** Like `notice-of-terms/v1`. */
  name: string
  /** Who may read it beside its owner: roles held for the programme, or for the party of the document. */
  allow: RoleTable
  /**
   * Whether it belongs to its owner whatever role they hold: the terms of their own work, their own statements. The others
   * are the papers of an order or a client, and whoever made one reads it as long as a role lets them.
   */
  isPersonal: boolean
  /** PDF bytes; the same data gives the same bytes. */
  pdf(data: unknown, about: { number: string; issuedAt: string; sha256: string }): Promise<Uint8Array>
  /** The same as an Excel file, where people go on calculating with it. */
  xlsx?(data: unknown): Promise<Uint8Array>
}

const templates = new Map<string, DocumentTemplate>()
/** Areas to the right set their templates when the server starts. */
export function registerTemplate(template: DocumentTemplate): void {
  templates.set(template.name, template)
}

/** @throws Error when no area knows the name */
export function templateOf(name: string): DocumentTemplate {
  const template = templates.get(name)
  if (!template) throw new Error(`no template ${name}`)
  return template
}

/** Names of the templates whose papers belong to a person, for lists of one's own. */
export const personalTemplates = (): string[] => [...templates.values()].filter(({ isPersonal }) => isPersonal).map(({ name }) => name)

type DocumentReader = (db: Db, documentId: string, actor: Actor) => Promise<boolean>
let readers: DocumentReader[] = []
/** An area says whose role covers the record of a paper, where its party alone does not tell: an order, a site. */
export const registerDocumentReader = (reader: DocumentReader): void => void (readers = [...readers, reader])

interface NewDocument {
  kind: string
  /** Prefix of the number, like `T2026-`; the rest counts without a gap within the kind. */
  prefix: string
  template: string
  transactionOn: string
  amountYen: number | null
  counterpartyId: string | null
  counterpartyName: string
  ownerUserId: string | null
  data: object
  supersedes?: { id: string; number: string; version: number }
  retainUntil: string
}

interface StoredDocument {
  id: string
  number: string
  sha256: string
}

/**
 * Stores a legal document for good. Documents of one kind are chained by hash in the order of their numbers
 * (電子帳簿保存法施行規則 第4条: a system that keeps corrections and deletions visible).
 */
export async function storeDocument(context: ActionContext, document: NewDocument): Promise<StoredDocument> {
  const [stored] = await storeDocuments(context, [document])
  if (!stored) throw new Error('no document stored')
  return stored
}

/** The same for many of one kind, in one statement for each thousand. */
export async function storeDocuments(
  { db, programmeId, now }: ActionContext,
  documents: readonly NewDocument[],
): Promise<StoredDocument[]> {
  const [first] = documents
  if (!first) return []
  const { kind } = first
  const series = await sql<{ lastNumber: number; lastSha256: Buffer | null }>`
    insert into platform.document_series as s (programme_id, kind, last_number) values (${programmeId}, ${kind}, ${documents.length})
    on conflict (programme_id, kind) do update set last_number = s.last_number + ${documents.length}
    returning last_number, last_sha256`.execute(db)
  const head = series.rows[0]
  if (!head) throw new Error('no document series')
  let previous = head.lastSha256
  let next = head.lastNumber - documents.length
  const stored: StoredDocument[] = []
  const rows = documents.map((document) => {
    next++
    const number = document.supersedes?.number ?? `${document.prefix}${String(next).padStart(5, '0')}`
    const version = (document.supersedes?.version ?? 0) + 1
    const sha256: Buffer = createHash('sha256')
      .update(previous ?? Buffer.alloc(0))
      .update(canonical({ number, version, kind, template: document.template, data: document.data }))
      .digest()
    const id = newId(now.getTime())
    stored.push({ id, number, sha256: sha256.toString('hex') })
    const row = {
      programmeId,
      id,
      kind,
      number,
      version,
      supersedes: document.supersedes?.id ?? null,
      template: document.template,
      transactionOn: document.transactionOn,
      amountYen: document.amountYen,
      counterpartyId: document.counterpartyId,
      counterpartyName: document.counterpartyName,
      ownerUserId: document.ownerUserId,
      data: JSON.stringify(document.data),
      sha256,
      previousSha256: previous,
      issuedAt: now.toISOString(),
      retainUntil: document.retainUntil,
    }
    previous = sha256
    return row
  })
  for (let start = 0; start < rows.length; start += 1_000) {
    await db
      .insertInto('platform.document')
      .values(rows.slice(start, start + 1_000))
      .execute()
  }
  await db.updateTable('platform.document_series').set({ lastSha256: previous }).where('kind', '=', kind).execute()
  return stored
}

/** The document if this person may read it, else null. */
export async function readableDocument(db: Db, actor: Actor, id: string) {
  const row = await db.selectFrom('platform.document').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row || (await isErased(db, id))) return null
  const template = templateOf(row.template)
  const owns = template.isPersonal && row.ownerUserId !== null && row.ownerUserId === actor.userId
  if (owns || mayReadAs(actor, template.allow, row.counterpartyId)) return { row, template }
  for (const reader of readers) if (await reader(db, id, actor)) return { row, template }
  return null
}

/** Whether its content was erased when the law's time was over. */
const isErased = async (db: Db, id: string): Promise<boolean> =>
  (await db.selectFrom('platform.document_erasure').select('documentId').where('documentId', '=', id).executeTakeFirst()) !== undefined

/** A role for one client, say, opens the documents of that client alone. */
function mayReadAs(actor: Actor, allow: RoleTable, partyId: string | null): boolean {
  return actor.grants.some((grant) => admits(allow, grant) && (coversTenant(grant) || grant.scopeId === partyId))
}

/**
 * Whether one amount of a document `d` lies between two, either of which may be null: that of the transaction, with tax and before
 * withholding, by which the law wants it found (電子帳簿保存法施行規則2条6項5号), or the net one that people see on the bank's paper.
 */
export const amountBetween = (leastYen: number | null, mostYen: number | null) => {
  const lies = (column: string) => sql`(${leastYen}::bigint is null or ${sql.ref(column)} >= ${leastYen}::bigint)
    and (${mostYen}::bigint is null or ${sql.ref(column)} <= ${mostYen}::bigint)`
  return sql<boolean>`((${lies('d.transactionYen')}) or (${lies('d.netYen')}))`
}

export { verifyDocuments } from './proof/documents.ts'
