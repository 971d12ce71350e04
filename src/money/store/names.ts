import { sql } from 'kysely'

const person = sql`coalesce(nullif(w.display_name, ''), w.name)`
const foundPerson = sql`concat_ws(' ', w.name, w.kana, w.display_name)`

/** What closes, statements, transfers, invoices and entries are called in the log. */
export const names = sql`
  select id, 'close' as kind, concat(to_char(month, 'YYYY-MM'), case when run > 1 then concat(' (', run, ')') end) as name, '' as name_en,
    to_char(month, 'YYYY-MM') as found from money.month_close
  union all select s.id, 'statement', concat(${person}, ' / ', s.pay_on), '', ${foundPerson}
  from money.statement s join people.worker w on w.programme_id = s.programme_id and w.id = s.worker_id
  union all select id, 'batch', value_on::text, '', value_on::text from money.transfer_batch
  union all select t.id, 'transfer', concat(${person}, ' / ', b.value_on), '', ${foundPerson}
  from money.transfer t
  join money.transfer_batch b on b.programme_id = t.programme_id and b.id = t.batch_id
  join people.worker w on w.programme_id = t.programme_id and w.id = t.worker_id
  union all select i.id, 'invoice', concat(i.number, ' ', c.name), '', concat_ws(' ', i.number, c.name)
  from money.client_invoice i join sales.client c on c.programme_id = i.programme_id and c.id = i.client_id
  union all select id, 'entry', concat(entry_on, ' ', description), '', description from money.entry
  union all select id, 'reopening', to_char(first_on, 'YYYY-MM'), '', to_char(first_on, 'YYYY-MM') from money.reopening`
