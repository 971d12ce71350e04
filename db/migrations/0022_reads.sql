-- Locks: money.statement_transfer ACCESS EXCLUSIVE for an instant, the view is made anew
-- Locks: money.statement_due ACCESS EXCLUSIVE for an instant, the view is made anew
-- Locks: money.paid_statement ACCESS EXCLUSIVE for an instant, the view is made anew
-- Locks: delivery.hand_in ACCESS EXCLUSIVE for an instant, the view is made anew
-- Locks: money.transfer_part SHARE while an index is built, 0.5 s for 100,000 rows
-- Locks: money.transfer_result SHARE while an index is built, 0.5 s for 100,000 rows
-- Locks: money.client_receipt SHARE while an index is built, 0.5 s for 100,000 rows
-- What is open is found without a look at what was finished in past years.

-- Few statements are paid in more than one attempt and few transfers come back.
create index transfer_part_again on money.transfer_part (programme_id, statement_id, attempt) where attempt > 1;
create index transfer_result_returned on money.transfer_result (programme_id, transfer_id) where result = 'returned';
-- What was received of an invoice.
create index client_receipt_invoice on money.client_receipt (programme_id, invoice_id);

-- What each transfer pays of each statement; the last of a statement is the one without a follower. Attempts are numbered without gaps.
create or replace view money.statement_transfer with (security_invoker = true) as
select p.programme_id, p.statement_id, p.transfer_id, p.attempt, p.amount_yen, p.withholding_base_yen, p.withholding_yen,
       t.batch_id, t.worker_id, t.state, t.paid_on, t.returned_on, t.returned_at, t.returned_note,
       n.transfer_id is null as is_last
from money.transfer_part p
join money.transfer_state t on t.programme_id = p.programme_id and t.id = p.transfer_id
left join money.transfer_part n on n.programme_id = p.programme_id and n.statement_id = p.statement_id and n.attempt = p.attempt + 1 and n.attempt > 1;

-- What was paid of each statement and did not come back.
create view money.paid_part with (security_invoker = true) as
select p.programme_id, p.statement_id, p.transfer_id, p.amount_yen, r.result_on as paid_on
from money.transfer_part p
join money.transfer_result r on r.programme_id = p.programme_id and r.transfer_id = p.transfer_id and r.result = 'paid'
where not exists (select from money.transfer_result b where b.programme_id = p.programme_id and b.transfer_id = p.transfer_id and b.result = 'returned');
create or replace view money.statement_due with (security_invoker = true) as
select s.programme_id, s.id, s.close_id, n.id is not null as is_replaced,
       case when n.id is not null then 0
            when s.corrects is null then s.net_yen
            else greatest(0, s.net_yen - coalesce((
              select sum(t.amount_yen) from money.statement e
              join money.paid_part t on t.programme_id = e.programme_id and t.statement_id = e.id
              where e.programme_id = s.programme_id and (e.id = s.root_id or (e.root_id = s.root_id and e.corrects is not null)) and e.id <> s.id), 0))
       end::bigint as due_yen,
       s.worker_id, s.pay_on
from money.statement s
left join money.statement n on n.programme_id = s.programme_id and n.corrects = s.id;
-- What no transfer pays or is on its way to pay, with the last one that was refused or came back. A refused batch is never paid.
create view money.unpaid_statement with (security_invoker = true) as
select d.programme_id, d.id, d.close_id, d.worker_id, d.pay_on, d.due_yen,
       t.transfer_id as last_transfer_id, t.attempt, t.state as last_state, t.returned_at
from money.statement_due d
left join lateral (
  select t.transfer_id, t.attempt, t.state, t.returned_at from money.statement_transfer t
  where t.programme_id = d.programme_id and t.statement_id = d.id order by t.attempt desc limit 1
) t on true
where d.due_yen > 0 and not exists (
  select from money.transfer_part p
  join money.transfer x on x.programme_id = p.programme_id and x.id = p.transfer_id
  where p.programme_id = d.programme_id and p.statement_id = d.id
    and not exists (select from money.transfer_result b where b.programme_id = x.programme_id and b.transfer_id = x.id and b.result = 'returned')
    and not exists (select from money.batch_rejection r where r.programme_id = x.programme_id and r.batch_id = x.batch_id));
create or replace view money.paid_statement with (security_invoker = true) as
select s.programme_id, s.id as statement_id, s.worker_id, s.close_id, t.paid_on, t.amount_yen as net_yen,
       s.subtotal_yen - coalesce(p.subtotal_yen, 0) as fee_yen, s.tax_yen - coalesce(p.tax_yen, 0) as tax_yen,
       s.withholding_base_yen - coalesce(p.withholding_base_yen, 0) as withholding_base_yen, s.withholding_yen - coalesce(p.withholding_yen, 0) as withholding_yen
from money.statement s
join money.paid_part t on t.programme_id = s.programme_id and t.statement_id = s.id
left join lateral (
  select e.subtotal_yen, e.tax_yen, e.withholding_base_yen, e.withholding_yen
  from money.statement e
  join money.paid_part x on x.programme_id = e.programme_id and x.statement_id = e.id
  where s.corrects is not null and e.programme_id = s.programme_id and (e.id = s.root_id or (e.root_id = s.root_id and e.corrects is not null)) and e.issued_at < s.issued_at
  order by e.issued_at desc limit 1
) p on true;

-- Where each hand-in stands, and whether its agreed work is done: nothing of that waits, so those who look for what waits leave it out.
create or replace view delivery.hand_in with (security_invoker = true) as
select s.programme_id, s.id, s.assignment_id, s.worker_id, s.package_id, s.units, s.note, s.replaces, s.received_at, s.received_on,
       case when a.submission_id is not null then 'accepted'
            when n.id is not null then 'replaced'
            when r.submission_id is not null then 'returned'
            else 'waiting' end as state,
       -- The same day as inspectBy in src/delivery/rules/receipt.ts; a test compares them.
       case when d.arrived_on <= g.due_on then least(d.arrived_on + p.inspection_days, g.inspection_complete_on)
            else d.arrived_on + p.inspection_days end as inspect_by,
       a.accepted_on, a.first_pass, r.item, r.reason, r.evidence, r.evidence_file_id, r.cause, r.correct_by, r.returned_on,
       g.is_done
from delivery.submission s
join orders.assignment g on g.programme_id = s.programme_id and g.id = s.assignment_id
join orders.package p on p.programme_id = s.programme_id and p.id = s.package_id
cross join lateral (select (s.received_at at time zone 'Asia/Tokyo')::date as arrived_on) d
left join delivery.acceptance a on a.programme_id = s.programme_id and a.submission_id = s.id
left join delivery.rework r on r.programme_id = s.programme_id and r.submission_id = s.id
left join delivery.submission n on n.programme_id = s.programme_id and n.replaces = s.id;
create view delivery.waiting_hand_in with (security_invoker = true) as
select h.* from delivery.hand_in h where h.state = 'waiting' and not h.is_done;
