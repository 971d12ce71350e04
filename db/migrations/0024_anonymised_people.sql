-- Locks: people.worker SHARE ROW EXCLUSIVE for an instant, a new table refers to it
-- Locks: platform.document SHARE ROW EXCLUSIVE for an instant, a new table refers to it

-- What is never edited can be erased when the law's time is over, and only by the functions below, which look at the time themselves.
create or replace function platform.refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and current_setting('kado.erasing', true) = tg_table_schema || '.' || tg_table_name then return new; end if;
  raise exception '% is append-only', tg_table_schema || '.' || tg_table_name using errcode = 'integrity_constraint_violation';
end $$;

-- A paper whose content was erased. Number, day, amount and hash stay, so that the chain of its kind stays whole.
create table platform.document_erasure (
  programme_id uuid not null,
  document_id uuid not null,
  erased_on date not null,
  primary key (programme_id, document_id),
  foreign key (programme_id, document_id) references platform.document
);
select platform.protect('platform.document_erasure');
select platform.append_only('platform.document_erasure');
select platform.seal_table('platform.document_erasure');

-- Erases the papers of a person whose last day of keeping lies before the given day, which is not after today in Japan; answers how many.
create function platform.erase_documents(party uuid, day date) returns integer
  language plpgsql as $$
declare erased integer;
begin
  perform set_config('kado.erasing', 'platform.document', true);
  with due as (
    select d.programme_id, d.id from platform.document d
    where d.counterparty_id = party and d.retain_until < least(day, (now() at time zone 'Asia/Tokyo')::date)
      and not exists (select from platform.document_erasure e where e.programme_id = d.programme_id and e.document_id = d.id)
  ), blank as (
    update platform.document d set data = '{}', counterparty_name = '', owner_user_id = null
    from due where d.programme_id = due.programme_id and d.id = due.id
  )
  insert into platform.document_erasure (programme_id, document_id, erased_on) select programme_id, id, day from due;
  get diagnostics erased = row_count;
  perform set_config('kado.erasing', '', true);
  return erased;
end $$;

-- Who was anonymised, when, and by which rule; the person is a number from then on.
create table people.anonymisation (
  programme_id uuid not null,
  worker_id uuid not null,
  anonymised_on date not null,
  left_on date not null,
  kept_until date not null,
  document_count integer not null,
  primary key (programme_id, worker_id),
  foreign key (programme_id, worker_id) references people.worker
);
select platform.protect('people.anonymisation');
select platform.append_only('people.anonymisation');
select platform.seal_table('people.anonymisation');

-- The accounts and the notes of a person who has been anonymised.
create function people.erase_accounts(person uuid) returns void language plpgsql as $$
begin
  perform set_config('kado.erasing', 'people.bank_account', true);
  update people.bank_account b set bank_code = '0000', bank_name = '', branch_code = '000', branch_name = '', account_number = '0000000', holder_kana = ''
  from people.anonymisation a where a.programme_id = b.programme_id and a.worker_id = b.worker_id and b.worker_id = person;
  perform set_config('kado.erasing', '', true);
end $$;
create function people.erase_notes(person uuid) returns void language plpgsql as $$
begin
  perform set_config('kado.erasing', 'people.state_change', true);
  update people.state_change c set note = ''
  from people.anonymisation a where a.programme_id = c.programme_id and a.worker_id = c.worker_id and c.worker_id = person;
  perform set_config('kado.erasing', '', true);
end $$;
create function money.erase_accounts(person uuid) returns void language plpgsql as $$
begin
  perform set_config('kado.erasing', 'money.transfer', true);
  update money.transfer t set bank_code = '0000', bank_name = '', branch_code = '000', branch_name = '', account_number = '0000000', holder_kana = ''
  from people.anonymisation a where a.programme_id = t.programme_id and a.worker_id = t.worker_id and t.worker_id = person;
  perform set_config('kado.erasing', '', true);
end $$;
create function money.erase_registrations(person uuid) returns void language plpgsql as $$
begin
  perform set_config('kado.erasing', 'money.statement', true);
  update money.statement s set registration_number = null
  from people.anonymisation a where a.programme_id = s.programme_id and a.worker_id = s.worker_id and s.worker_id = person;
  perform set_config('kado.erasing', '', true);
end $$;
