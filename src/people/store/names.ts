import { sql } from 'kysely'

/** What people and their records are called in the log; who is anonymised has no name any more. */
export const names = sql`
  select id, 'worker' as kind, coalesce(nullif(display_name, ''), name) as name, '' as name_en, concat_ws(' ', name, kana, display_name) as found
  from people.worker
  union all select id, 'skill', name_ja, name_en, concat_ws(' ', name_ja, name_en) from people.skill
  union all select a.id, 'bank-account', concat(a.bank_name, ' ', a.branch_name, ' …', right(a.account_number, 3)), '', concat_ws(' ', w.name, w.kana)
  from people.bank_account a join people.worker w on w.programme_id = a.programme_id and w.id = a.worker_id`
