-- Locks: none that matter, every table is new.
create schema delivery;

-- A hand-in. Its arrival is the receipt (受領): the payment clock of the Freelance Act starts here.
-- received_at is the instant of this arrival; received_on is the day from which the clock runs. They differ only when a
-- hand-in corrects one that was returned without the worker's fault: then the day of the first one goes on counting.
create table delivery.submission (
  programme_id uuid not null,
  id uuid not null,
  assignment_id uuid not null,
  worker_id uuid not null,
  package_id uuid not null,
  units integer not null check (units >= 1),
  note text not null default '',
  replaces uuid,
  received_at timestamptz not null,
  received_on date not null,
  primary key (programme_id, id),
  foreign key (programme_id, assignment_id) references orders.assignment,
  foreign key (programme_id, replaces) references delivery.submission
);
select platform.protect('delivery.submission');
create index submission_assignment on delivery.submission (programme_id, assignment_id);
create index submission_received on delivery.submission (programme_id, received_on);
create unique index submission_replaced_once on delivery.submission (programme_id, replaces) where replaces is not null;
create table delivery.submission_file (
  programme_id uuid not null,
  submission_id uuid not null,
  file_id uuid not null,
  primary key (programme_id, submission_id, file_id),
  foreign key (programme_id, submission_id) references delivery.submission,
  foreign key (programme_id, file_id) references platform.file
);
select platform.protect('delivery.submission_file');
-- 検収 of one hand-in, at most one.
create table delivery.acceptance (
  programme_id uuid not null,
  submission_id uuid not null,
  accepted_on date not null,
  accepted_by text not null,
  note text not null default '',
  first_pass boolean not null,
  primary key (programme_id, submission_id),
  foreign key (programme_id, submission_id) references delivery.submission
);
select platform.protect('delivery.acceptance');
select platform.append_only('delivery.acceptance');
-- A return for correction (やり直し) of one hand-in, at most one; item, reason, evidence and date are duties.
create table delivery.rework (
  programme_id uuid not null,
  submission_id uuid not null,
  item text not null,
  reason text not null,
  evidence text not null,
  evidence_file_id uuid,
  cause text not null check (cause in ('worker-fault', 'orderer', 'client-change')),
  correct_by date not null,
  returned_on date not null,
  returned_by text not null,
  primary key (programme_id, submission_id),
  foreign key (programme_id, submission_id) references delivery.submission
);
select platform.protect('delivery.rework');
select platform.append_only('delivery.rework');

create index acceptance_day on delivery.acceptance (programme_id, accepted_on) include (first_pass);

-- Where each hand-in stands. Views ask with the rights of the reader, so row-level security holds through them.
create view delivery.hand_in with (security_invoker = true) as
select s.programme_id, s.id, s.assignment_id, s.worker_id, s.package_id, s.units, s.note, s.replaces, s.received_at, s.received_on,
       case when a.submission_id is not null then 'accepted'
            when n.id is not null then 'replaced'
            when r.submission_id is not null then 'returned'
            else 'waiting' end as state,
       -- The same day as inspectBy in src/delivery/rules/receipt.ts; a test compares them.
       case when d.arrived_on <= g.due_on then least(d.arrived_on + p.inspection_days, g.inspection_complete_on)
            else d.arrived_on + p.inspection_days end as inspect_by,
       a.accepted_on, a.first_pass, r.item, r.reason, r.evidence, r.evidence_file_id, r.cause, r.correct_by, r.returned_on
from delivery.submission s
join orders.assignment g on g.programme_id = s.programme_id and g.id = s.assignment_id
join orders.package p on p.programme_id = s.programme_id and p.id = s.package_id
cross join lateral (select (s.received_at at time zone 'Asia/Tokyo')::date as arrived_on) d
left join delivery.acceptance a on a.programme_id = s.programme_id and a.submission_id = s.id
left join delivery.rework r on r.programme_id = s.programme_id and r.submission_id = s.id
left join delivery.submission n on n.programme_id = s.programme_id and n.replaces = s.id;
-- The units of agreed work by where they are; left is what may still be handed in or released.
create view delivery.assignment_units with (security_invoker = true) as
select a.programme_id, a.id as assignment_id, a.package_id, a.worker_id, a.units,
       coalesce(r.units, 0)::int as released_units,
       coalesce(h.waiting, 0)::int as waiting_units,
       coalesce(h.accepted, 0)::int as accepted_units,
       coalesce(h.returned, 0)::int as to_correct_units,
       (a.units - coalesce(r.units, 0) - coalesce(h.waiting, 0) - coalesce(h.accepted, 0) - coalesce(h.returned, 0))::int as left_units,
       h.correct_by
from orders.assignment a
left join lateral (
  select sum(units) as units from orders.release r where r.programme_id = a.programme_id and r.assignment_id = a.id
) r on true
left join lateral (
  select sum(units) filter (where state = 'waiting') as waiting, sum(units) filter (where state = 'accepted') as accepted,
         sum(units) filter (where state = 'returned') as returned, min(correct_by) filter (where state = 'returned') as correct_by
  from delivery.hand_in h where h.programme_id = a.programme_id and h.assignment_id = a.id
) h on true;

-- 納品 to the client and the client's answer.
create table delivery.client_delivery (
  programme_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  number text not null,
  message text not null default '',
  units_by_package jsonb not null,
  delivered_on date not null,
  delivered_by text not null,
  document_id uuid,
  primary key (programme_id, id),
  foreign key (programme_id, order_id) references orders.client_order
);
select platform.protect('delivery.client_delivery');
create index client_delivery_order on delivery.client_delivery (programme_id, order_id);
create table delivery.client_delivery_file (
  programme_id uuid not null,
  delivery_id uuid not null,
  file_id uuid not null,
  primary key (programme_id, delivery_id, file_id),
  foreign key (programme_id, delivery_id) references delivery.client_delivery,
  foreign key (programme_id, file_id) references platform.file
);
select platform.protect('delivery.client_delivery_file');
create table delivery.client_acceptance (
  programme_id uuid not null,
  delivery_id uuid not null,
  accepted_on date not null,
  accepted_by text not null,
  comment text not null default '',
  document_id uuid not null,
  primary key (programme_id, delivery_id),
  foreign key (programme_id, delivery_id) references delivery.client_delivery
);
select platform.protect('delivery.client_acceptance');
select platform.append_only('delivery.client_acceptance');
create table delivery.client_return (
  programme_id uuid not null,
  delivery_id uuid not null,
  reason text not null,
  returned_on date not null,
  returned_by text not null,
  primary key (programme_id, delivery_id),
  foreign key (programme_id, delivery_id) references delivery.client_delivery
);
select platform.protect('delivery.client_return');
select platform.append_only('delivery.client_return');

-- The units that went to the client and were not sent back.
create view delivery.delivered_units with (security_invoker = true) as
select d.programme_id, d.order_id, (line ->> 'packageId')::uuid as package_id, sum((line ->> 'units')::bigint)::int as units
from delivery.client_delivery d
cross join lateral jsonb_array_elements(d.units_by_package) line
where not exists (select from delivery.client_return r where r.programme_id = d.programme_id and r.delivery_id = d.id)
group by 1, 2, 3;
