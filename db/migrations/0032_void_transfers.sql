-- Locks: money.unpaid_statement ACCESS EXCLUSIVE for an instant, the view is made anew
-- What is unpaid is found from the few transfers that pay nothing, not from a look at each one ever made.

-- Transfers that pay nobody: the bank sent them back, or their batch was refused.
create view money.void_transfer with (security_invoker = true) as
select programme_id, transfer_id from money.transfer_result where result = 'returned'
union all
select t.programme_id, t.id from money.batch_rejection r join money.transfer t on t.programme_id = r.programme_id and t.batch_id = r.batch_id;
create or replace view money.unpaid_statement with (security_invoker = true) as
select d.programme_id, d.id, d.close_id, d.worker_id, d.pay_on, d.due_yen,
       t.transfer_id as last_transfer_id, t.attempt, t.state as last_state, t.returned_at
from money.statement_due d
left join lateral (
  select t.transfer_id, t.attempt, t.state, t.returned_at from money.statement_transfer t
  where t.programme_id = d.programme_id and t.statement_id = d.id order by t.attempt desc limit 1
) t on true
where d.due_yen > 0 and not exists (
  select from money.transfer_part p
  where p.programme_id = d.programme_id and p.statement_id = d.id
    and not exists (select from money.void_transfer v where v.programme_id = p.programme_id and v.transfer_id = p.transfer_id));
