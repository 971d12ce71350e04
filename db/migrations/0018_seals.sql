-- Locks: delivery.acceptance SHARE ROW EXCLUSIVE while its rows are sealed, 2 s for 300,000 rows
-- Locks: delivery.client_acceptance SHARE ROW EXCLUSIVE while its rows are sealed, 2 s for 300,000 rows
-- Locks: delivery.client_delivery SHARE ROW EXCLUSIVE while its rows are sealed, 2 s for 300,000 rows
-- Locks: delivery.client_return SHARE ROW EXCLUSIVE while its rows are sealed, 2 s for 300,000 rows
-- Locks: delivery.rework SHARE ROW EXCLUSIVE while its rows are sealed, 2 s for 300,000 rows
-- Locks: delivery.submission SHARE ROW EXCLUSIVE while its rows are sealed, 2 s for 300,000 rows
-- Locks: delivery.submission_file SHARE ROW EXCLUSIVE while its rows are sealed, 2 s for 300,000 rows
-- Locks: indicators.sheet_version SHARE ROW EXCLUSIVE while its rows are sealed, 2 s for 300,000 rows
-- Locks: money.batch_approval SHARE ROW EXCLUSIVE while its rows are sealed, 2 s for 300,000 rows
-- Locks: money.batch_export SHARE ROW EXCLUSIVE while its rows are sealed, 2 s for 300,000 rows
-- Locks: money.batch_rejection SHARE ROW EXCLUSIVE while its rows are sealed, 2 s for 300,000 rows
-- Locks: money.client_invoice SHARE ROW EXCLUSIVE while its rows are sealed, 2 s for 300,000 rows
-- Locks: money.client_receipt SHARE ROW EXCLUSIVE while its rows are sealed, 2 s for 300,000 rows
-- Locks: money.client_sale SHARE ROW EXCLUSIVE while its rows are sealed, 2 s for 300,000 rows
-- Locks: money.corrected_line SHARE ROW EXCLUSIVE while its rows are sealed, 2 s for 300,000 rows
-- Locks: money.entry SHARE ROW EXCLUSIVE while its rows are sealed, 2 s for 300,000 rows
-- Locks: money.month_close SHARE ROW EXCLUSIVE while its rows are sealed, 2 s for 300,000 rows
-- Locks: money.objection_reply SHARE ROW EXCLUSIVE while its rows are sealed, 2 s for 300,000 rows
-- Locks: money.operating_cost SHARE ROW EXCLUSIVE while its rows are sealed, 2 s for 300,000 rows
-- Locks: money.payable SHARE ROW EXCLUSIVE while its rows are sealed, 2 s for 300,000 rows
-- Locks: money.payment_record SHARE ROW EXCLUSIVE while its rows are sealed, 2 s for 300,000 rows
-- Locks: money.posting SHARE ROW EXCLUSIVE while its rows are sealed, 2 s for 300,000 rows
-- Locks: money.statement SHARE ROW EXCLUSIVE while its rows are sealed, 2 s for 300,000 rows
-- Locks: money.statement_answer SHARE ROW EXCLUSIVE while its rows are sealed, 2 s for 300,000 rows
-- Locks: money.statement_document SHARE ROW EXCLUSIVE while its rows are sealed, 2 s for 300,000 rows
-- Locks: money.transfer SHARE ROW EXCLUSIVE while its rows are sealed, 2 s for 300,000 rows
-- Locks: money.transfer_batch SHARE ROW EXCLUSIVE while its rows are sealed, 2 s for 300,000 rows
-- Locks: money.transfer_part SHARE ROW EXCLUSIVE while its rows are sealed, 2 s for 300,000 rows
-- Locks: money.transfer_result SHARE ROW EXCLUSIVE while its rows are sealed, 2 s for 300,000 rows
-- Locks: money.programme_year SHARE ROW EXCLUSIVE while its rows are sealed, 2 s for 300,000 rows
-- Locks: money.worker_year SHARE ROW EXCLUSIVE while its rows are sealed, 2 s for 300,000 rows
-- Locks: money.withholding_decision SHARE ROW EXCLUSIVE while its rows are sealed, 2 s for 300,000 rows
-- Locks: money.withholding_payment SHARE ROW EXCLUSIVE while its rows are sealed, 2 s for 300,000 rows
-- Locks: orders.assignment SHARE ROW EXCLUSIVE while its rows are sealed, 2 s for 300,000 rows
-- Locks: orders.cancellation SHARE ROW EXCLUSIVE while its rows are sealed, 2 s for 300,000 rows
-- Locks: orders.manual_version SHARE ROW EXCLUSIVE while its rows are sealed, 2 s for 300,000 rows
-- Locks: orders.order_change SHARE ROW EXCLUSIVE while its rows are sealed, 2 s for 300,000 rows
-- Locks: orders.readiness_check SHARE ROW EXCLUSIVE while its rows are sealed, 2 s for 300,000 rows
-- Locks: orders.release SHARE ROW EXCLUSIVE while its rows are sealed, 2 s for 300,000 rows
-- Locks: people.bank_account SHARE ROW EXCLUSIVE while its rows are sealed, 2 s for 300,000 rows
-- Locks: people.consent SHARE ROW EXCLUSIVE while its rows are sealed, 2 s for 300,000 rows
-- Locks: people.employee_declaration SHARE ROW EXCLUSIVE while its rows are sealed, 2 s for 300,000 rows
-- Locks: people.invoice_registration SHARE ROW EXCLUSIVE while its rows are sealed, 2 s for 300,000 rows
-- Locks: people.state_change SHARE ROW EXCLUSIVE while its rows are sealed, 2 s for 300,000 rows
-- Locks: platform.audit SHARE ROW EXCLUSIVE while its rows are sealed, 2 s for 300,000 rows
-- Locks: platform.document SHARE ROW EXCLUSIVE while its rows are sealed, 2 s for 300,000 rows
-- Locks: platform.file SHARE ROW EXCLUSIVE while its rows are sealed, 2 s for 300,000 rows
-- Locks: programme.membership SHARE ROW EXCLUSIVE while its rows are sealed, 2 s for 300,000 rows
-- Locks: platform.tenant_list SHARE ROW EXCLUSIVE for an instant
-- What must not be touched is sealed as it is written: each statement leaves the keys of its rows and a digest of each. `kado verify`
-- (src/platform/proof/) compares the rows of today with their seals, and the seals with a signed head that is kept outside.
create table platform.seal (
  programme_id uuid not null,
  relation text not null,
  id bigint generated always as identity,
  -- A line for each row: its key and half of the SHA-256 of what was written, as hex; the word removed in its place where it was.
  sealed_rows text not null,
  -- The first head that speaks of it.
  head_number integer,
  primary key (programme_id, relation, id)
);
select platform.protect('platform.seal');

-- What was so at an instant in all programmes, signed. Each holds the digest of the one before.
create table platform.head (
  number integer primary key,
  made_at timestamptz not null,
  body text not null,
  signature text not null
);

-- Every programme that there ever was: who takes one off the list has to take it off here too.
create table platform.known_tenant (id uuid primary key);
insert into platform.known_tenant select id from platform.tenant_list;
create function platform.know_tenant() returns trigger language plpgsql as $$
begin
  insert into platform.known_tenant (id) values (new.id) on conflict do nothing;
  return null;
end $$;
create trigger known after insert on platform.tenant_list for each row execute function platform.know_tenant();

-- Makes for a table: SCHEMA.sealed_TABLE(), its rows as key and digest, and triggers that seal what is written. The digest is of
-- PostgreSQL's binary form, which does not follow the settings of a session. Called again after a column was added, it seals all rows anew; without a seal no column is proved.
create function platform.seal_table(target regclass) returns void language plpgsql as $$
declare
  place constant text := (select n.nspname from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = target);
  name constant text := (select relname from pg_class where oid = target);
  tenant uuid;
  key text;
  digest text;
begin
  select string_agg(format('r.%I', a.attname), $s$ || ' ' || $s$ order by k.n) into key
  from pg_index i cross join unnest(i.indkey) with ordinality k (attnum, n)
  join pg_attribute a on a.attrelid = target and a.attnum = k.attnum
  where i.indrelid = target and i.indisprimary and a.attname <> 'programme_id';
  select format($s$encode(substr(sha256(record_send(row(%s))), 1, 16), 'hex')$s$, string_agg(format('r.%I', a.attname), ', ' order by a.attnum))
  into digest from pg_attribute a where a.attrelid = target and a.attnum > 0 and not a.attisdropped;
  execute format($s$create or replace function %1$I.sealed_%2$s() returns table (programme_id uuid, key text, digest text)
    language sql stable parallel safe as $q$ select r.programme_id, %3$s || '', %4$s from %1$I.%2$I r $q$ $s$, place, name, key, digest);
  execute format($s$create or replace function %1$I.seal_%2$s() returns trigger language plpgsql security definer set search_path = pg_catalog as $q$
    begin
      if tg_op = 'DELETE' then
        insert into platform.seal (programme_id, relation, sealed_rows)
        select r.programme_id, '%1$s.%2$s', string_agg(%3$s || ' removed', chr(10)) from touched r group by r.programme_id;
      else
        insert into platform.seal (programme_id, relation, sealed_rows)
        select r.programme_id, '%1$s.%2$s', string_agg(%3$s || ' ' || %4$s, chr(10)) from touched r group by r.programme_id;
      end if;
      return null;
    end $q$ $s$, place, name, key, digest);
  execute format('create or replace trigger seal_insert after insert on %s referencing new table as touched
    for each statement execute function %I.seal_%s()', target, place, name);
  execute format('create or replace trigger seal_update after update on %s referencing new table as touched
    for each statement execute function %I.seal_%s()', target, place, name);
  execute format('create or replace trigger seal_delete after delete on %s referencing old table as touched
    for each statement execute function %I.seal_%s()', target, place, name);
  for tenant in select id from platform.tenant_list loop
    perform set_config('kado.programme', tenant::text, true);
    execute format('insert into platform.seal (programme_id, relation, sealed_rows)
      select programme_id, %L, string_agg(key || chr(32) || digest, chr(10))
      from (select *, row_number() over () / 1000 as portion from %I.sealed_%s() where programme_id = %L) r group by programme_id, portion',
      place || '.' || name, place, name, tenant);
  end loop;
  perform set_config('kado.programme', '', true);
end $$;
-- Not money.statement_line, which is as long as all others together: it is proved by the sums of its statements.

select platform.seal_table('delivery.acceptance');
select platform.seal_table('delivery.client_acceptance');
select platform.seal_table('delivery.client_delivery');
select platform.seal_table('delivery.client_return');
select platform.seal_table('delivery.rework');
select platform.seal_table('delivery.submission');
select platform.seal_table('delivery.submission_file');
select platform.seal_table('indicators.sheet_version');
select platform.seal_table('money.batch_approval');
select platform.seal_table('money.batch_export');
select platform.seal_table('money.batch_rejection');
select platform.seal_table('money.client_invoice');
select platform.seal_table('money.client_receipt');
select platform.seal_table('money.client_sale');
select platform.seal_table('money.corrected_line');
select platform.seal_table('money.entry');
select platform.seal_table('money.month_close');
select platform.seal_table('money.objection_reply');
select platform.seal_table('money.operating_cost');
select platform.seal_table('money.payable');
select platform.seal_table('money.payment_record');
select platform.seal_table('money.posting');
select platform.seal_table('money.statement');
select platform.seal_table('money.statement_answer');
select platform.seal_table('money.statement_document');
select platform.seal_table('money.transfer');
select platform.seal_table('money.transfer_batch');
select platform.seal_table('money.transfer_part');
select platform.seal_table('money.transfer_result');
select platform.seal_table('money.withholding_decision');
select platform.seal_table('money.withholding_payment');
select platform.seal_table('orders.assignment');
select platform.seal_table('orders.cancellation');
select platform.seal_table('orders.manual_version');
select platform.seal_table('orders.order_change');
select platform.seal_table('orders.readiness_check');
select platform.seal_table('orders.release');
select platform.seal_table('people.bank_account');
select platform.seal_table('people.consent');
select platform.seal_table('people.employee_declaration');
select platform.seal_table('people.invoice_registration');
select platform.seal_table('people.state_change');
select platform.seal_table('platform.audit');
select platform.seal_table('platform.document');
select platform.seal_table('platform.file');
select platform.seal_table('programme.membership');
select platform.seal_table('money.programme_year');
select platform.seal_table('money.worker_year');
