import { sql } from 'kysely'

const work = sql`join people.worker w on w.programme_id = t.programme_id and w.id = t.worker_id
  join orders.package p on p.programme_id = t.programme_id and p.id = t.package_id`
const whoAndWhat = sql`concat(coalesce(nullif(w.display_name, ''), w.name), ' / ', p.title)`
const found = sql`concat_ws(' ', w.name, w.kana, w.display_name, p.title)`
const ofAssignment = sql`join orders.assignment t on t.programme_id = r.programme_id and t.id = r.assignment_id ${work}`

/** What orders and all that hangs on them are called in the log. */
export const names = sql`
  select id, 'work-kind' as kind, name_ja as name, name_en, concat_ws(' ', name_ja, name_en) as found from orders.work_kind
  union all select o.id, 'order', concat(o.number, ' ', o.title), '', concat_ws(' ', o.number, o.title, c.name)
  from orders.client_order o join sales.client c on c.programme_id = o.programme_id and c.id = o.client_id
  union all select id, 'package', title, '', title from orders.package
  union all select t.id, 'question', ${whoAndWhat}, '', ${found} from orders.question t ${work}
  union all select t.id, 'offer', ${whoAndWhat}, '', ${found} from orders.offer t ${work}
  union all select t.id, 'assignment', ${whoAndWhat}, '', ${found} from orders.assignment t ${work}
  union all select r.id, 'terms-change', ${whoAndWhat}, '', ${found} from orders.terms_change r ${ofAssignment}
  union all select r.id, 'price-request', ${whoAndWhat}, '', ${found} from orders.price_request r ${ofAssignment}
  union all select r.id, 'paper-request', coalesce(nullif(w.display_name, ''), w.name), '', concat_ws(' ', w.name, w.kana, w.display_name)
  from orders.paper_request r join people.worker w on w.programme_id = r.programme_id and w.id = r.worker_id`
