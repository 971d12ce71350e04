-- Locks: money.statement_transfer ACCESS EXCLUSIVE for an instant, the view is made anew
-- Locks: money.unpaid_statement ACCESS EXCLUSIVE for an instant, the view is made anew
-- Locks: money.transfer_result SHARE while an index is built, 0.5 s for 100,000 rows
-- Locks: platform.document SHARE while an index is built, 0.5 s for 100,000 rows
-- Payments of a year and a person's own documents are found by index.
create index transfer_result_paid on money.transfer_result (programme_id, result_on) include (transfer_id) where result = 'paid';
create index document_owner on platform.document (programme_id, owner_user_id, transaction_on) where owner_user_id is not null;

-- What is compared with null takes part in the join: then PostgreSQL sees that nearly all are the last, where it expected one row and joined
-- everything to everything.
create or replace view money.statement_transfer with (security_invoker = true) as
select p.programme_id, p.statement_id, p.transfer_id, p.attempt, p.amount_yen, p.withholding_base_yen, p.withholding_yen,
       t.batch_id, t.worker_id, t.state, t.paid_on, t.returned_on, t.returned_at, t.returned_note,
       n.statement_id is null as is_last
from money.transfer_part p
join money.transfer_state t on t.programme_id = p.programme_id and t.id = p.transfer_id
left join money.transfer_part n on n.programme_id = p.programme_id and n.statement_id = p.statement_id and n.attempt = p.attempt + 1 and n.attempt > 1;
-- All transfers of an unpaid statement came back or were refused: which, the bank's answer alone says.
create or replace view money.unpaid_statement with (security_invoker = true) as
select d.programme_id, d.id, d.close_id, d.worker_id, d.pay_on, d.due_yen,
       t.transfer_id as last_transfer_id, t.attempt, t.state as last_state, t.returned_at
from money.statement_due d
left join lateral (
  select p.transfer_id, p.attempt, case when b.transfer_id is null then 'refused' else 'returned' end as state, b.recorded_at as returned_at
  from money.transfer_part p
  left join money.transfer_result b on b.programme_id = p.programme_id and b.transfer_id = p.transfer_id and b.result = 'returned'
  where p.programme_id = d.programme_id and p.statement_id = d.id order by p.attempt desc limit 1
) t on true
where d.due_yen > 0 and not exists (
  select from money.transfer_part p
  where p.programme_id = d.programme_id and p.statement_id = d.id
    and not exists (select from money.void_transfer v where v.programme_id = p.programme_id and v.transfer_id = p.transfer_id));
