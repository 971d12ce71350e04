-- Locks: money.transfer ACCESS EXCLUSIVE while its parts are written, 2 s for 100,000 transfers
-- Locks: money.transfer_state ACCESS EXCLUSIVE as long, the view is made anew
-- Locks: money.statement_due ACCESS EXCLUSIVE as long, the view is made anew
-- Locks: money.paid_statement ACCESS EXCLUSIVE as long, the view is made anew
-- Locks: money.statement ACCESS EXCLUSIVE as long, columns with a default, the parts refer to it and an index is built
-- Locks: money.month_close ACCESS EXCLUSIVE as long, a column with a default
-- Locks: money.transfer_batch ACCESS EXCLUSIVE as long, a column with a default
-- Locks: programme.programme ACCESS EXCLUSIVE as long, a column with a default
-- A person gets one transfer on a day, whatever many statements it pays; what it pays of each stands in its parts.

-- Bank days from the day on which a file is handed in to the day on which it can pay, as the operator's bank says.
alter table programme.programme add column transfer_lead_days smallint not null default 1 check (transfer_lead_days between 0 and 10);
-- Why money moves after the 60 days of フリーランス法4条1項; empty while it does not. Who says so is who closed or made the batch.
alter table money.month_close add column late_reason text not null default '';
alter table money.transfer_batch add column late_reason text not null default '';
-- What is paid to a person for one day is one payment (所得税基本通達205-1): the base and the tax of its statements that were there before.
alter table money.statement add column together_base_yen bigint not null default 0, add column together_withheld_yen bigint not null default 0;

create table money.transfer_part (
  programme_id uuid not null,
  transfer_id uuid not null,
  statement_id uuid not null,
  -- The first transfer of a statement, and those that follow one that was refused or came back.
  attempt smallint not null check (attempt > 0),
  amount_yen bigint not null check (amount_yen > 0),
  -- What of the statement's tax and of its base this payment carries: nothing when an earlier one has withheld it all.
  withholding_base_yen bigint not null,
  withholding_yen bigint not null,
  primary key (programme_id, transfer_id, statement_id),
  -- Nobody is paid twice: of two batches that gather the same statement at once, the second fails.
  unique (programme_id, statement_id, attempt),
  foreign key (programme_id, transfer_id) references money.transfer,
  foreign key (programme_id, statement_id) references money.statement
);
select platform.protect('money.transfer_part');
select platform.append_only('money.transfer_part');
-- Row-level security holds for the owner too, so each programme's are written apart. Ids are ordered by time.
do $$
declare tenant uuid;
begin
  for tenant in select id from platform.tenant_list loop
    perform set_config('kado.programme', tenant::text, true);
    insert into money.transfer_part (programme_id, transfer_id, statement_id, attempt, amount_yen, withholding_base_yen, withholding_yen)
    select t.programme_id, t.id, t.statement_id, row_number() over (partition by t.programme_id, t.statement_id order by t.id), t.amount_yen,
           s.withholding_base_yen - coalesce(b.withholding_base_yen, 0), s.withholding_yen - coalesce(b.withholding_yen, 0)
    from money.transfer t
    join money.statement s on s.programme_id = t.programme_id and s.id = t.statement_id
    left join lateral (
      select e.withholding_base_yen, e.withholding_yen
      from money.statement e
      join money.transfer x on x.programme_id = e.programme_id and x.statement_id = e.id and x.id < t.id
      join money.transfer_result r on r.programme_id = x.programme_id and r.transfer_id = x.id and r.result = 'paid'
      where (t.retry_of is not null or s.corrects is not null) and e.programme_id = s.programme_id
        and (e.id = s.root_id or (e.root_id = s.root_id and e.corrects is not null))
      order by x.id desc limit 1
    ) b on true;
  end loop;
  perform set_config('kado.programme', '', true);
end $$;
-- The keys of the parts say it now; a transfer names the first of its statements and the last transfer that it follows.
drop index money.transfer_statement_once;
drop index money.transfer_statement;
drop index money.transfer_retry_once;
create index statement_day on money.statement (programme_id, pay_on);

drop view money.paid_statement;
drop view money.statement_due;
drop view money.transfer_state;
-- Where each transfer stands.
create view money.transfer_state with (security_invoker = true) as
select t.programme_id, t.id, t.batch_id, t.worker_id, t.amount_yen,
       case when back.transfer_id is not null then 'returned'
            when paid.transfer_id is not null then 'paid'
            when r.batch_id is not null then 'refused'
            else 'waiting' end as state,
       paid.result_on as paid_on, back.result_on as returned_on, back.recorded_at as returned_at, back.note as returned_note
from money.transfer t
left join money.transfer_result paid on paid.programme_id = t.programme_id and paid.transfer_id = t.id and paid.result = 'paid'
left join money.transfer_result back on back.programme_id = t.programme_id and back.transfer_id = t.id and back.result = 'returned'
left join money.batch_rejection r on r.programme_id = t.programme_id and r.batch_id = t.batch_id;
-- What each transfer pays of each statement; the last of a statement is the one without a follower.
create view money.statement_transfer with (security_invoker = true) as
select p.programme_id, p.statement_id, p.transfer_id, p.attempt, p.amount_yen, p.withholding_base_yen, p.withholding_yen,
       t.batch_id, t.worker_id, t.state, t.paid_on, t.returned_on, t.returned_at, t.returned_note,
       not exists (select from money.transfer_part n
         where n.programme_id = p.programme_id and n.statement_id = p.statement_id and n.attempt > p.attempt) as is_last
from money.transfer_part p
join money.transfer_state t on t.programme_id = p.programme_id and t.id = p.transfer_id;
-- What the transfers of each statement come to: nothing for one that was corrected, and for a corrected one what the
-- earlier ones of its chain have not paid.
create view money.statement_due with (security_invoker = true) as
select s.programme_id, s.id, s.close_id, n.id is not null as is_replaced,
       case when n.id is not null then 0
            when s.corrects is null then s.net_yen
            else greatest(0, s.net_yen - coalesce((
              select sum(t.amount_yen) from money.statement e
              join money.statement_transfer t on t.programme_id = e.programme_id and t.statement_id = e.id and t.state = 'paid'
              where e.programme_id = s.programme_id and (e.id = s.root_id or (e.root_id = s.root_id and e.corrects is not null)) and e.id <> s.id), 0))
       end::bigint as due_yen
from money.statement s
left join money.statement n on n.programme_id = s.programme_id and n.corrects = s.id;
-- Each payment that reached a worker, as parts of its statement; one that follows a paid and corrected statement is the difference.
create view money.paid_statement with (security_invoker = true) as
select s.programme_id, s.id as statement_id, s.worker_id, s.close_id, t.paid_on, t.amount_yen as net_yen,
       s.subtotal_yen - coalesce(p.subtotal_yen, 0) as fee_yen, s.tax_yen - coalesce(p.tax_yen, 0) as tax_yen,
       s.withholding_base_yen - coalesce(p.withholding_base_yen, 0) as withholding_base_yen, s.withholding_yen - coalesce(p.withholding_yen, 0) as withholding_yen
from money.statement s
join money.statement_transfer t on t.programme_id = s.programme_id and t.statement_id = s.id and t.state = 'paid'
left join lateral (
  select e.subtotal_yen, e.tax_yen, e.withholding_base_yen, e.withholding_yen
  from money.statement e
  join money.statement_transfer x on x.programme_id = e.programme_id and x.statement_id = e.id and x.state = 'paid'
  where s.corrects is not null and e.programme_id = s.programme_id and (e.id = s.root_id or (e.root_id = s.root_id and e.corrects is not null)) and e.issued_at < s.issued_at
  order by e.issued_at desc limit 1
) p on true;
