-- Locks: none that matter, every table is new.
create schema money;

-- Ids made inside a set-based statement: ordered by time like those of the application, on any PostgreSQL from 15 on.
create function money.new_id() returns uuid language sql volatile parallel safe as $$
  select encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
    placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6), 52, 1), 53, 1), 'hex')::uuid
$$;

create table money.entry (
  programme_id uuid not null,
  id uuid not null,
  kind text not null,
  entry_on date not null,
  source_id uuid not null,
  description text not null default '',
  posted_at timestamptz not null default now(),
  primary key (programme_id, id),
  -- One business event is posted once, whoever repeats it.
  unique (programme_id, kind, source_id)
);
select platform.protect('money.entry');
select platform.append_only('money.entry');
create index entry_date on money.entry (programme_id, entry_on);
create table money.posting (
  programme_id uuid not null,
  entry_id uuid not null,
  line smallint not null,
  account text not null,
  debit_yen bigint not null default 0 check (debit_yen >= 0),
  credit_yen bigint not null default 0 check (credit_yen >= 0),
  worker_id uuid,
  client_id uuid,
  order_id uuid,
  municipality_id uuid,
  primary key (programme_id, entry_id, line),
  foreign key (programme_id, entry_id) references money.entry,
  check ((debit_yen = 0) <> (credit_yen = 0))
);
select platform.protect('money.posting');
select platform.append_only('money.posting');
create index posting_account on money.posting (programme_id, account, worker_id) include (debit_yen, credit_yen);
create index posting_order on money.posting (programme_id, order_id) where order_id is not null;
-- An entry balances when its transaction commits; checked once for all the lines that a statement inserts.
create function money.refuse_unbalanced() returns trigger language plpgsql as $$
begin
  if exists (
    select from money.posting p join (select distinct programme_id, entry_id from added) a using (programme_id, entry_id)
    group by p.programme_id, p.entry_id having sum(p.debit_yen) <> sum(p.credit_yen)
  ) then
    raise exception 'an entry does not balance' using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
create trigger balanced after insert on money.posting referencing new table as added
  for each statement execute function money.refuse_unbalanced();

-- What the operator owes for one accepted hand-in.
create table money.payable (
  programme_id uuid not null,
  submission_id uuid not null,
  worker_id uuid not null,
  package_id uuid not null,
  order_id uuid not null,
  municipality_id uuid not null,
  description text not null,
  amount_yen bigint not null check (amount_yen > 0),
  tax_rate_percent integer not null default 10,
  withholding text not null check (withholding in ('subject', 'not-subject', 'undecided')),
  received_on date not null,
  accepted_on date not null,
  pay_on date not null,
  primary key (programme_id, submission_id)
);
select platform.protect('money.payable');
select platform.append_only('money.payable');
create index payable_close on money.payable (programme_id, received_on, worker_id);
-- Whether tax is withheld from a kind of work that the catalogue leaves open. The newest decision counts for what is not closed.
create table money.withholding_decision (
  programme_id uuid not null,
  id uuid not null,
  work_kind_id uuid not null,
  withholding text not null check (withholding in ('subject', 'not-subject')),
  basis text not null,
  decided_by text not null,
  decided_at timestamptz not null,
  primary key (programme_id, id),
  foreign key (programme_id, work_kind_id) references orders.work_kind
);
select platform.protect('money.withholding_decision');
select platform.append_only('money.withholding_decision');
create index withholding_decision_kind on money.withholding_decision (programme_id, work_kind_id, decided_at desc);

-- The close of a month, by receipt date.
create table money.month_close (
  programme_id uuid not null,
  id uuid not null,
  month date not null check (extract(day from month) = 1),
  pay_on date not null,
  closed_by text not null,
  closed_at timestamptz not null default now(),
  worker_count integer not null,
  subtotal_yen bigint not null,
  tax_yen bigint not null,
  withholding_yen bigint not null,
  net_yen bigint not null,
  run integer not null default 1,
  primary key (programme_id, id),
  unique (programme_id, month, run)
);
select platform.protect('money.month_close');
select platform.append_only('money.month_close');
create table money.statement (
  programme_id uuid not null,
  id uuid not null,
  close_id uuid not null,
  worker_id uuid not null,
  kind text not null check (kind in ('purchase-statement', 'payment-notice')),
  subtotal_yen bigint not null,
  tax_yen bigint not null,
  total_yen bigint not null,
  withholding_base_yen bigint not null,
  withholding_yen bigint not null,
  net_yen bigint not null check (net_yen >= 0),
  creditable_yen bigint not null,
  credit_percent integer not null,
  registration_number text,
  pay_on date not null,
  issued_at timestamptz not null,
  -- A corrected statement names the one that it replaces; all of a chain name the first. Nothing is changed in place.
  corrects uuid,
  root_id uuid not null,
  correction_reason text not null default '',
  primary key (programme_id, id),
  foreign key (programme_id, close_id) references money.month_close,
  foreign key (programme_id, corrects) references money.statement,
  check ((corrects is null) = (root_id = id)),
  check (total_yen = subtotal_yen + tax_yen),
  check (net_yen = total_yen - withholding_yen)
);
select platform.protect('money.statement');
select platform.append_only('money.statement');
create index statement_worker on money.statement (programme_id, worker_id, pay_on);
create index statement_close on money.statement (programme_id, close_id);
create unique index statement_corrected_once on money.statement (programme_id, corrects) where corrects is not null;
create index statement_chain on money.statement (programme_id, root_id) where corrects is not null;
create table money.statement_line (
  programme_id uuid not null,
  submission_id uuid not null,
  statement_id uuid not null,
  withholding text not null check (withholding in ('subject', 'not-subject')),
  primary key (programme_id, submission_id),
  foreign key (programme_id, submission_id) references money.payable,
  foreign key (programme_id, statement_id) references money.statement
);
select platform.protect('money.statement_line');
select platform.append_only('money.statement_line');
create index statement_line_statement on money.statement_line (programme_id, statement_id);
-- All the lines of a corrected statement, with the amounts that hold now.
create table money.corrected_line (
  programme_id uuid not null,
  statement_id uuid not null,
  submission_id uuid not null,
  amount_yen bigint not null check (amount_yen > 0),
  withholding text not null check (withholding in ('subject', 'not-subject')),
  primary key (programme_id, statement_id, submission_id),
  foreign key (programme_id, statement_id) references money.statement,
  foreign key (programme_id, submission_id) references money.payable
);
select platform.protect('money.corrected_line');
select platform.append_only('money.corrected_line');
-- The lines of any statement.
create view money.line_of_statement with (security_invoker = true) as
select l.programme_id, l.statement_id, l.submission_id, p.amount_yen, l.withholding
from money.statement_line l join money.payable p on p.programme_id = l.programme_id and p.submission_id = l.submission_id
union all
select c.programme_id, c.statement_id, c.submission_id, c.amount_yen, c.withholding from money.corrected_line c;
-- The paper of a statement; made after the close, in portions.
create table money.statement_document (
  programme_id uuid not null,
  statement_id uuid not null,
  document_id uuid not null,
  primary key (programme_id, statement_id),
  foreign key (programme_id, statement_id) references money.statement,
  foreign key (programme_id, document_id) references platform.document
);
select platform.protect('money.statement_document');
select platform.append_only('money.statement_document');
create table money.statement_answer (
  programme_id uuid not null,
  statement_id uuid not null,
  answer text not null check (answer in ('confirmed', 'deemed-confirmed', 'objected')),
  note text not null default '',
  answered_at timestamptz not null default now(),
  primary key (programme_id, statement_id),
  foreign key (programme_id, statement_id) references money.statement
);
select platform.protect('money.statement_answer');
select platform.append_only('money.statement_answer');
create index statement_objected on money.statement_answer (programme_id) where answer = 'objected';
-- Why a statement stays as it is although its worker objected.
create table money.objection_reply (
  programme_id uuid not null,
  statement_id uuid not null,
  reply text not null,
  replied_by text not null,
  replied_at timestamptz not null,
  primary key (programme_id, statement_id),
  foreign key (programme_id, statement_id) references money.statement
);
select platform.protect('money.objection_reply');
select platform.append_only('money.objection_reply');

-- A bank file: made, approved by two, exported once, paid.
create table money.transfer_batch (
  programme_id uuid not null,
  id uuid not null,
  close_id uuid,
  value_on date not null,
  transfer_count integer not null,
  total_yen bigint not null,
  made_by text not null,
  made_at timestamptz not null default now(),
  primary key (programme_id, id)
);
select platform.protect('money.transfer_batch');
select platform.append_only('money.transfer_batch');
create table money.transfer (
  programme_id uuid not null,
  id uuid not null,
  batch_id uuid not null,
  statement_id uuid not null,
  worker_id uuid not null,
  amount_yen bigint not null check (amount_yen > 0),
  bank_code text not null,
  bank_name text not null,
  branch_code text not null,
  branch_name text not null,
  account_type text not null,
  account_number text not null,
  holder_kana text not null,
  retry_of uuid,
  primary key (programme_id, id),
  foreign key (programme_id, batch_id) references money.transfer_batch,
  foreign key (programme_id, statement_id) references money.statement
);
select platform.protect('money.transfer');
select platform.append_only('money.transfer');
-- A statement is paid by one transfer; one that was returned or refused is followed by one other.
create unique index transfer_statement_once on money.transfer (programme_id, statement_id) where retry_of is null;
create index transfer_statement on money.transfer (programme_id, statement_id);
create unique index transfer_retry_once on money.transfer (programme_id, retry_of) where retry_of is not null;
create index transfer_batch_rows on money.transfer (programme_id, batch_id);
create table money.batch_approval (
  programme_id uuid not null,
  batch_id uuid not null,
  approved_by text not null,
  approved_at timestamptz not null default now(),
  primary key (programme_id, batch_id, approved_by),
  foreign key (programme_id, batch_id) references money.transfer_batch
);
select platform.protect('money.batch_approval');
select platform.append_only('money.batch_approval');
-- A batch that somebody refused before it was exported; its transfers are made anew in the next one.
create table money.batch_rejection (
  programme_id uuid not null,
  batch_id uuid not null,
  reason text not null,
  rejected_by text not null,
  rejected_at timestamptz not null default now(),
  primary key (programme_id, batch_id),
  foreign key (programme_id, batch_id) references money.transfer_batch
);
select platform.protect('money.batch_rejection');
select platform.append_only('money.batch_rejection');
create table money.batch_export (
  programme_id uuid not null,
  batch_id uuid not null,
  bytes bytea not null,
  sha256 bytea not null,
  exported_by text not null,
  exported_at timestamptz not null default now(),
  primary key (programme_id, batch_id),
  foreign key (programme_id, batch_id) references money.transfer_batch
);
select platform.protect('money.batch_export');
select platform.append_only('money.batch_export');
create table money.transfer_result (
  programme_id uuid not null,
  transfer_id uuid not null,
  result text not null check (result in ('paid', 'returned')),
  result_on date not null,
  note text not null default '',
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  primary key (programme_id, transfer_id, result),
  foreign key (programme_id, transfer_id) references money.transfer
);
select platform.protect('money.transfer_result');
select platform.append_only('money.transfer_result');

-- Where each transfer stands; the last of its chain is the one without a follower.
create view money.transfer_state with (security_invoker = true) as
select t.programme_id, t.id, t.batch_id, t.statement_id, t.worker_id, t.amount_yen,
       case when back.transfer_id is not null then 'returned'
            when paid.transfer_id is not null then 'paid'
            when r.batch_id is not null then 'refused'
            else 'waiting' end as state,
       paid.result_on as paid_on, back.result_on as returned_on, back.recorded_at as returned_at, back.note as returned_note,
       not exists (select from money.transfer n where n.programme_id = t.programme_id and n.retry_of = t.id) as is_last
from money.transfer t
left join money.transfer_result paid on paid.programme_id = t.programme_id and paid.transfer_id = t.id and paid.result = 'paid'
left join money.transfer_result back on back.programme_id = t.programme_id and back.transfer_id = t.id and back.result = 'returned'
left join money.batch_rejection r on r.programme_id = t.programme_id and r.batch_id = t.batch_id;
-- What the transfers of each statement come to: nothing for one that was corrected, and for a corrected one what the
-- earlier ones of its chain have not paid.
create view money.statement_due with (security_invoker = true) as
select s.programme_id, s.id, s.close_id, n.id is not null as is_replaced,
       case when n.id is not null then 0
            when s.corrects is null then s.net_yen
            else greatest(0, s.net_yen - coalesce((
              select sum(t.amount_yen) from money.statement e
              join money.transfer_state t on t.programme_id = e.programme_id and t.statement_id = e.id and t.state = 'paid'
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
join money.transfer_state t on t.programme_id = s.programme_id and t.statement_id = s.id and t.state = 'paid'
left join lateral (
  select e.subtotal_yen, e.tax_yen, e.withholding_base_yen, e.withholding_yen
  from money.statement e
  join money.transfer_state x on x.programme_id = e.programme_id and x.statement_id = e.id and x.state = 'paid'
  where s.corrects is not null and e.programme_id = s.programme_id and (e.id = s.root_id or (e.root_id = s.root_id and e.corrects is not null)) and e.issued_at < s.issued_at
  order by e.issued_at desc limit 1
) p on true;
-- Withheld tax on its way to the tax office, by the month of the payments.
create table money.withholding_payment (
  programme_id uuid not null,
  id uuid not null,
  month date not null check (extract(day from month) = 1),
  amount_yen bigint not null check (amount_yen > 0),
  paid_on date not null,
  recorded_by text not null,
  primary key (programme_id, id)
);
select platform.protect('money.withholding_payment');
select platform.append_only('money.withholding_payment');
-- What was said to a worker about the payments of a calendar year. Payments that come back later make a new version.
create table money.payment_record (
  programme_id uuid not null,
  year integer not null,
  worker_id uuid not null,
  version integer not null,
  payment_count integer not null,
  withholding_yen bigint not null,
  net_yen bigint not null,
  document_id uuid not null,
  primary key (programme_id, year, worker_id, version),
  foreign key (programme_id, document_id) references platform.document
);
select platform.protect('money.payment_record');
select platform.append_only('money.payment_record');

-- What a client owes for one accepted delivery; the invoice follows when the operator's data are complete.
create table money.client_sale (
  programme_id uuid not null,
  delivery_id uuid not null,
  order_id uuid not null,
  client_id uuid not null,
  accepted_on date not null,
  subtotal_yen bigint not null check (subtotal_yen >= 0),
  tax_rate_percent integer not null,
  tax_yen bigint not null check (tax_yen >= 0),
  primary key (programme_id, delivery_id)
);
select platform.protect('money.client_sale');
select platform.append_only('money.client_sale');
create index client_sale_order on money.client_sale (programme_id, order_id);
create table money.client_invoice (
  programme_id uuid not null,
  id uuid not null,
  number text not null,
  client_id uuid not null,
  order_id uuid not null,
  delivery_id uuid not null,
  issued_on date not null,
  due_on date not null,
  subtotal_yen bigint not null,
  tax_yen bigint not null,
  total_yen bigint not null check (total_yen = subtotal_yen + tax_yen),
  document_id uuid,
  primary key (programme_id, id),
  unique (programme_id, number),
  unique (programme_id, delivery_id)
);
select platform.protect('money.client_invoice');
select platform.append_only('money.client_invoice');
create index client_invoice_client on money.client_invoice (programme_id, client_id, issued_on);
create table money.client_receipt (
  programme_id uuid not null,
  id uuid not null,
  invoice_id uuid not null,
  received_on date not null,
  amount_yen bigint not null check (amount_yen > 0),
  -- A transfer fee that the client kept back and the operator accepts.
  deducted_fee_yen bigint not null default 0 check (deducted_fee_yen >= 0),
  recorded_by text not null,
  primary key (programme_id, id),
  foreign key (programme_id, invoice_id) references money.client_invoice
);
select platform.protect('money.client_receipt');
select platform.append_only('money.client_receipt');
create table money.operating_cost (
  programme_id uuid not null,
  id uuid not null,
  paid_on date not null,
  amount_yen bigint not null check (amount_yen > 0),
  tax_yen bigint not null default 0 check (tax_yen >= 0),
  description text not null,
  municipality_id uuid,
  recorded_by text not null,
  primary key (programme_id, id)
);
select platform.protect('money.operating_cost');
select platform.append_only('money.operating_cost');

-- Yearly sums kept in the transaction that posts, so that indicators never scan the ledger.
create table money.worker_year (
  programme_id uuid not null,
  fiscal_year integer not null,
  worker_id uuid not null,
  municipality_id uuid not null,
  paid_yen bigint not null default 0,
  primary key (programme_id, fiscal_year, worker_id)
);
select platform.protect('money.worker_year');
create index worker_year_earners on money.worker_year (programme_id, fiscal_year, municipality_id) include (paid_yen);
create table money.programme_year (
  programme_id uuid not null,
  fiscal_year integer not null,
  municipality_key uuid not null,
  orders_yen bigint not null default 0,
  worker_yen bigint not null default 0,
  cost_yen bigint not null default 0,
  primary key (programme_id, fiscal_year, municipality_key)
);
select platform.protect('money.programme_year');
