import { sql } from 'kysely'

/** What plans are called in the log. */
export const names = sql`
  select t.id, 'plan' as kind, concat_ws(' / ', t.from_date, coalesce(nullif(w.display_name, ''), w.name), p.title) as name, '' as name_en,
    concat_ws(' ', t.from_date, w.name, w.kana, w.display_name, p.title) as found
  from matching.plan t
  left join people.worker w on w.programme_id = t.programme_id and w.id = t.worker_id
  left join orders.package p on p.programme_id = t.programme_id and p.id = t.package_id`
