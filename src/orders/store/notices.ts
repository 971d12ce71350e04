import type { Db } from '../../platform/db/db.ts'

export { holdersOf } from '../../programme/store/holders.ts'

const packageColumns = ['p.title', 'p.unit_name', 'p.order_id', 'p.on_site_id'] as const

/** What is told about an offer, and to whom. */
export const offerNews = (db: Db, offerId: string) =>
  db
    .selectFrom('orders.offer as f')
    .innerJoin('orders.package as p', (join) => join.onRef('p.programme_id', '=', 'f.programme_id').onRef('p.id', '=', 'f.package_id'))
    .innerJoin('people.worker as w', (join) => join.onRef('w.programme_id', '=', 'f.programme_id').onRef('w.id', '=', 'f.worker_id'))
    .select(packageColumns)
    .select(['f.units', 'f.due_on', 'f.answer_by', 'f.offered_by', 'f.state', 'w.user_id'])
    .where('f.id', '=', offerId)
    .executeTakeFirst()

export const questionNews = (db: Db, questionId: string) =>
  db
    .selectFrom('orders.question as q')
    .innerJoin('orders.package as p', (join) => join.onRef('p.programme_id', '=', 'q.programme_id').onRef('p.id', '=', 'q.package_id'))
    .innerJoin('people.worker as w', (join) => join.onRef('w.programme_id', '=', 'q.programme_id').onRef('w.id', '=', 'q.worker_id'))
    .select(packageColumns)
    .select(['p.id as package_id', 'q.answered_at', 'w.user_id'])
    .where('q.id', '=', questionId)
    .executeTakeFirst()

export const termsNews = (db: Db, changeId: string) =>
  db
    .selectFrom('orders.terms_change as c')
    .innerJoin('orders.assignment as a', (join) =>
      join.onRef('a.programme_id', '=', 'c.programme_id').onRef('a.id', '=', 'c.assignment_id'),
    )
    .innerJoin('orders.package as p', (join) => join.onRef('p.programme_id', '=', 'a.programme_id').onRef('p.id', '=', 'a.package_id'))
    .innerJoin('people.worker as w', (join) => join.onRef('w.programme_id', '=', 'a.programme_id').onRef('w.id', '=', 'a.worker_id'))
    .select(['p.title', 'c.state', 'c.assignment_id', 'w.user_id'])
    .where('c.id', '=', changeId)
    .executeTakeFirst()

export const packageNews = (db: Db, packageId: string) =>
  db.selectFrom('orders.package as p').select(packageColumns).where('p.id', '=', packageId).executeTakeFirst()
