-- Locks: sales.client ACCESS EXCLUSIVE for an instant, a column more

-- Whose time of keeping is over: a person who left, or a client with whom nothing is done any more. Before it stands here nothing that is
-- never edited can be erased.
create table platform.erased_party (
  programme_id uuid not null,
  party_id uuid not null,
  kind text not null check (kind in ('worker', 'client')),
  kept_until date not null,
  erased_on date not null check (erased_on > kept_until),
  primary key (programme_id, party_id, erased_on)
);
select platform.protect('platform.erased_party');
-- How many rows of a table erasing a party has touched: the report.
create table platform.erased_rows (
  programme_id uuid not null,
  party_id uuid not null,
  erased_on date not null,
  relation text not null,
  row_count integer not null check (row_count > 0),
  primary key (programme_id, party_id, erased_on, relation),
  foreign key (programme_id, party_id, erased_on) references platform.erased_party
);
select platform.protect('platform.erased_rows');
do $$
declare tenant uuid;
begin
  for tenant in select id from platform.tenant_list loop
    perform set_config('kado.programme', tenant::text, true);
    insert into platform.erased_party (programme_id, party_id, kind, kept_until, erased_on)
    select programme_id, worker_id, 'worker', kept_until, anonymised_on from people.anonymisation where programme_id = tenant;
  end loop;
  perform set_config('kado.programme', '', true);
end $$;
select platform.append_only('platform.erased_party');
select platform.append_only('platform.erased_rows');
select platform.seal_table('platform.erased_party');
select platform.seal_table('platform.erased_rows');

-- Lets the transaction blank columns of a table that is never edited otherwise, for a party whose time is over, until `kado.erasing` is reset.
create function platform.begin_erasing(party uuid, relation text) returns void language plpgsql as $$
begin
  if not exists (select from platform.erased_party where programme_id = platform.tenant() and party_id = party) then
    raise exception 'nothing of % may be erased yet', party using errcode = 'integrity_constraint_violation';
  end if;
  perform set_config('kado.erasing', relation, true);
end $$;
drop function people.erase_accounts(uuid);
drop function people.erase_notes(uuid);
drop function money.erase_accounts(uuid);
drop function money.erase_registrations(uuid);

-- The day on which the relation with a client ended; null while it goes on. From then on the time of keeping its people runs.
alter table sales.client add column ended_on date;
create index client_ended on sales.client (programme_id, ended_on) where ended_on is not null;
