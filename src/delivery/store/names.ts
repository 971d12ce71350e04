import { sql } from 'kysely'

/** What hand-ins and deliveries are called in the log. */
export const names = sql`
  select s.id, 'hand-in' as kind, concat(coalesce(nullif(w.display_name, ''), w.name), ' / ', p.title) as name, '' as name_en,
    concat_ws(' ', w.name, w.kana, w.display_name, p.title) as found
  from delivery.submission s
  join people.worker w on w.programme_id = s.programme_id and w.id = s.worker_id
  join orders.package p on p.programme_id = s.programme_id and p.id = s.package_id
  union all select d.id, 'delivery', concat(o.number, ' ', o.title, ' (', d.number, ')'), '', concat_ws(' ', o.number, o.title, c.name)
  from delivery.client_delivery d
  join orders.client_order o on o.programme_id = d.programme_id and o.id = d.order_id
  join sales.client c on c.programme_id = o.programme_id and c.id = o.client_id`
