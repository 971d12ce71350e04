import { sql } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import { amountBetween } from '../../platform/documents.ts'
import { keyset, readPage, containing } from '../../platform/db/listing.ts'
import { personalTemplates } from '../../platform/documents.ts'
import type { Paging } from '../../platform/shapes.ts'

export interface DocumentQuestion extends Paging {
  from: string | null
  to: string | null
  minYen: number | null
  maxYen: number | null
  party: string
}

/** The other side of a document that its owner looks at: who issued it. */
const issuer = sql<string>`coalesce(d.data -> 'orderer' ->> 'name', (select operator_name from programme.programme))`

/** A person's own legal documents by date, amount and party (電子帳簿保存法施行規則4条 → 2条6項5号), the newest first. */
export function listOwnDocuments(db: Db, userId: string, question: DocumentQuestion) {
  const { from, to, minYen, maxYen, party } = question
  const found = db
    .selectFrom('platform.document as d')
    .where('ownerUserId', '=', userId)
    .where(sql<boolean>`d.template = any(${[...personalTemplates()]}::text[])`)
    .$if(from !== null, (query) => query.where('transactionOn', '>=', from ?? ''))
    .$if(to !== null, (query) => query.where('transactionOn', '<=', to ?? ''))
    .where(amountBetween(minYen, maxYen))
    .$if(party !== '', (query) => query.where(sql<boolean>`${issuer} ilike ${containing(party)}`))
  const shown = found
    .select(['id', 'kind', 'number', 'version', 'transactionOn', 'transactionYen as amountYen', 'netYen'])
    .select([issuer.as('party'), sql<string>`coalesce(data -> 'work' ->> 'title', '')`.as('title')])
  return readPage(shown, keyset(question, { transaction_on: 'date', id: 'uuid' }, 'desc'))
}

export async function packageOfNotice(db: Db, documentId: string): Promise<string | null> {
  const row = await db.selectFrom('orders.assignment').select('packageId').where('noticeDocumentId', '=', documentId).executeTakeFirst()
  return row?.packageId ?? null
}
