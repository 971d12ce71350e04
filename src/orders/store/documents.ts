import { sql } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import { containing, cursorParts, cutPage } from './listing.ts'

export interface DocumentQuestion {
  cursor: string | null
  limit: number
  from: string | null
  to: string | null
  minYen: number | null
  maxYen: number | null
  party: string
}

/** The other side of a document that its owner looks at: who issued it. */
const issuer = sql<string>`coalesce(platform.document.data -> 'orderer' ->> 'name', (select operator_name from programme.programme))`

/** A person's own legal documents by date, amount and party (電子帳簿保存法施行規則4条 → 2条6項5号), the newest first. */
export async function listOwnDocuments(db: Db, userId: string, question: DocumentQuestion) {
  const after = cursorParts(question.cursor, 'date', 'uuid')
  const { from, to, minYen, maxYen, party } = question
  const found = db
    .selectFrom('platform.document')
    .where('ownerUserId', '=', userId)
    .$if(from !== null, (query) => query.where('transactionOn', '>=', from ?? ''))
    .$if(to !== null, (query) => query.where('transactionOn', '<=', to ?? ''))
    .$if(minYen !== null, (query) => query.where('amountYen', '>=', minYen ?? 0))
    .$if(maxYen !== null, (query) => query.where('amountYen', '<=', maxYen ?? 0))
    .$if(party !== '', (query) => query.where(sql<boolean>`${issuer} ilike ${containing(party)}`))
  const { total } = await found.select((e) => e.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await found
    .select(['id', 'kind', 'number', 'version', 'transactionOn', 'amountYen'])
    .select([issuer.as('party'), sql<string>`coalesce(data -> 'work' ->> 'title', '')`.as('title')])
    .$if(after !== null, (query) => query.where(sql<boolean>`(transaction_on, id) < (${after?.[0]}::date, ${after?.[1]}::uuid)`))
    .orderBy('transactionOn', 'desc')
    .orderBy('id', 'desc')
    .limit(question.limit + 1)
    .execute()
  return { ...cutPage(rows, question.limit, (row) => [row.transactionOn, row.id]), total }
}

export async function packageOfNotice(db: Db, documentId: string): Promise<string | null> {
  const row = await db.selectFrom('orders.assignment').select('packageId').where('noticeDocumentId', '=', documentId).executeTakeFirst()
  return row?.packageId ?? null
}
