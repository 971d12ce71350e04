-- Locks: delivery.assignment_units ACCESS EXCLUSIVE for an instant, the view moves
-- Locks: orders.assignment ACCESS EXCLUSIVE while finished work is marked, 10 s for 24,000 rows on a busy machine
-- Locks: orders.release SHARE ROW EXCLUSIVE as long, its trigger comes first
-- Locks: delivery.acceptance SHARE ROW EXCLUSIVE as long, its trigger comes first
-- Locks: delivery.submission SHARE as long, its index is built first
-- Facts that several areas need, each said once by the area that owns it (ARCHITECTURE.md, "Facts"). Views ask with the rights of the
-- reader and functions are inlined into the reader's query, so row-level security holds through both.

-- The days from the first to the last on which people are free, with their minutes: what was said for a day alone counts before the weekly
-- pattern. The same as minutesOn in src/people/rules/free-minutes.ts; a test compares them.
create function people.free_days(first date, last date)
returns table (programme_id uuid, worker_id uuid, day date, minutes integer) language sql stable parallel safe
begin atomic
  select x.programme_id, x.worker_id, x.on_date, x.minutes
  from people.free_minutes_exception x where x.on_date between first and last and x.minutes > 0
  union all
  select f.programme_id, f.worker_id, d.day, f.minutes
  from (select first + n as day, extract(isodow from first + n)::int as weekday from generate_series(0, last - first) n) d
  join people.free_minutes f on f.weekday = d.weekday
  where f.minutes > 0 and not exists (
    select from people.free_minutes_exception x where x.programme_id = f.programme_id and x.worker_id = f.worker_id and x.on_date = d.day);
end;

-- The offers that wait for an answer on a day. One whose day of answer has passed waits no more, whether or not it was marked so.
-- The same as offerStateOn in src/orders/rules/offer-state.ts; a test compares them.
create function orders.open_offers(day date) returns setof orders.offer language sql stable parallel safe
as $$ select f.* from orders.offer f where f.state = 'open' and (f.answer_by is null or f.answer_by >= day) $$;

-- Those and the accepted ones: they let a person into a package.
create function orders.standing_offers(day date) returns setof orders.offer language sql stable parallel safe
as $$ select f.* from orders.offer f where f.state = 'accepted' union all select f.* from orders.open_offers(day) f $$;

-- Nothing of it is left, waits or is to be corrected, and nothing ever will be: units that were accepted or released do not come back. It
-- follows from other facts and is kept so that the work of past years costs no reader anything; where it is not set, units are counted.
alter table orders.assignment add column is_done boolean not null default false;
create index assignment_undone on orders.assignment (programme_id, worker_id) where not is_done;
create index submission_package on delivery.submission (programme_id, package_id);

-- What arrived of agreed work, hand-in by hand-in. Orders owns the idea; delivery, which stands to its right, says what is in it.
create view orders.handed_in with (security_invoker = true) as
select h.programme_id, h.assignment_id, h.units, h.state, h.correct_by from delivery.hand_in h where h.state <> 'replaced';

-- The units of agreed work by where they are. Left may still be handed in or released; owed is what still has to be worked, whatever has
-- become of the package or the order.
create view orders.assignment_units with (security_invoker = true) as
select a.programme_id, a.id as assignment_id, a.package_id, a.worker_id, a.due_on, a.units,
       r.released_units, h.waiting_units, h.accepted_units, h.to_correct_units,
       a.units - r.released_units - h.received_units as left_units,
       a.units - r.released_units - h.received_units + h.to_correct_units as owed_units,
       h.received_units, h.correct_by, a.is_done
from orders.assignment a
left join lateral (
  select coalesce(sum(r.units), 0)::int as released_units
  from orders.release r where r.programme_id = a.programme_id and r.assignment_id = a.id
) r on true
left join lateral (
  select coalesce(sum(h.units) filter (where h.state = 'waiting'), 0)::int as waiting_units,
         coalesce(sum(h.units) filter (where h.state = 'accepted'), 0)::int as accepted_units,
         coalesce(sum(h.units) filter (where h.state = 'returned'), 0)::int as to_correct_units,
         coalesce(sum(h.units), 0)::int as received_units,
         min(h.correct_by) filter (where h.state = 'returned') as correct_by
  from orders.handed_in h where h.programme_id = a.programme_id and h.assignment_id = a.id
) h on true;
drop view delivery.assignment_units;

create function orders.mark_done(ids uuid[]) returns void language sql
begin atomic
  update orders.assignment a set is_done = true
  from orders.assignment_units u
  where a.id = any (ids) and not a.is_done and u.programme_id = a.programme_id and u.assignment_id = a.id
    and u.left_units + u.waiting_units + u.to_correct_units = 0;
end;
create function orders.release_ends_work() returns trigger language plpgsql as $$
begin
  perform orders.mark_done(array(select assignment_id from added));
  return null;
end $$;
create trigger release_ends_work after insert on orders.release referencing new table as added
  for each statement execute function orders.release_ends_work();
create function delivery.acceptance_ends_work() returns trigger language plpgsql as $$
begin
  perform orders.mark_done(array(select s.assignment_id from added a
    join delivery.submission s on s.programme_id = a.programme_id and s.id = a.submission_id));
  return null;
end $$;
create trigger acceptance_ends_work after insert on delivery.acceptance referencing new table as added
  for each statement execute function delivery.acceptance_ends_work();
-- Row-level security holds for the owner too, so each programme marks its own.
do $$
declare tenant uuid;
begin
  for tenant in select id from platform.tenant_list loop
    perform set_config('kado.programme', tenant::text, true);
    perform orders.mark_done(array(select id from orders.assignment));
  end loop;
  perform set_config('kado.programme', '', true);
end $$;

-- What people owe, with the minutes of a unit and the place.
create view orders.owed_work with (security_invoker = true) as
select u.programme_id, u.assignment_id, u.package_id, u.worker_id, u.due_on, u.owed_units, u.left_units, p.unit_minutes, p.on_site_id
from orders.assignment_units u
join orders.package p on p.programme_id = u.programme_id and p.id = u.package_id
where u.owed_units > 0 and not u.is_done;

-- What has become of each package's units among the people who agreed to do them.
create view orders.package_work with (security_invoker = true) as
select p.programme_id, p.id as package_id, u.assigned_units, u.received_units, u.accepted_units, u.owed_units
from orders.package p
left join lateral (
  select coalesce(sum(u.units - u.released_units), 0)::int as assigned_units, coalesce(sum(u.received_units), 0)::int as received_units,
         coalesce(sum(u.accepted_units), 0)::int as accepted_units, coalesce(sum(u.owed_units), 0)::int as owed_units
  from orders.assignment_units u where u.programme_id = p.programme_id and u.package_id = p.id
) u on true;

-- The units of each package by where they are on a day. Open is offered and waits for an answer, assigned is agreed and not released, left
-- is what nobody holds and nobody has been offered. A package is wanted while it is published and its order has not ended.
create function orders.package_units(day date)
returns table (
  programme_id uuid, package_id uuid, is_wanted boolean,
  units integer, open_units integer, assigned_units integer, received_units integer, accepted_units integer, left_units integer
) language sql stable parallel safe
begin atomic
  select p.programme_id, p.id, p.state = 'ready' and o.state in ('preparing', 'running'),
         p.units, f.open_units, w.assigned_units, w.received_units, w.accepted_units, p.units - f.open_units - w.assigned_units
  from orders.package p
  join orders.client_order o on o.programme_id = p.programme_id and o.id = p.order_id
  join orders.package_work w on w.programme_id = p.programme_id and w.package_id = p.id
  left join lateral (
    select coalesce(sum(f.units), 0)::int as open_units
    from orders.open_offers(day) f where f.programme_id = p.programme_id and f.package_id = p.id
  ) f on true;
end;
