-- Locks: none that matter, every table is new.
create schema platform;

-- The tenant of the running transaction; null when none is set, and then no row is visible.
create function platform.tenant() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('kado.programme', true), '')::uuid $$;
-- The signed-in user of the running transaction, for the few rows that belong to a person across programmes.
create function platform.signed_in() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('kado.user', true), '') $$;

-- Every tenant table is protected by this one call: row-level security forced, also for the owner.
create function platform.protect(target regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy tenant on %s using (programme_id = platform.tenant()) with check (programme_id = platform.tenant())', target);
end $$;

create function platform.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_schema || '.' || tg_table_name using errcode = 'integrity_constraint_violation';
end $$;
-- Money and legal documents are never edited: a correction is a new row.
create function platform.append_only(target regclass) returns void language plpgsql as $$
begin
  execute format('create trigger append_only before update or delete on %s for each row execute function platform.refuse_change()', target);
  execute format('create trigger append_only_truncate before truncate on %s for each statement execute function platform.refuse_change()', target);
end $$;

-- Every tenant's id and nothing else about it, for timers and checks that visit each in turn.
create table platform.tenant_list (
  id uuid primary key
);

-- Sign-in (the tables of better-auth). People sign in once for all programmes, so these rows have no tenant.
create table platform."user" (
  id text primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  two_factor_enabled boolean default false,
  language text not null default 'ja',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create table platform.session (
  id text primary key,
  user_id text not null references platform."user" on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index session_of_user on platform.session (user_id);
-- A session goes on while it is used, but not for ever (ASVS 5.0, 7.3.2).
create function platform.end_session() returns trigger language plpgsql as $$
begin
  new.expires_at := least(new.expires_at, new.created_at + interval '30 days');
  return new;
end $$;
create trigger absolute_end before insert or update on platform.session for each row execute function platform.end_session();
create table platform.credential (
  id text primary key,
  user_id text not null references platform."user" on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text, refresh_token text, id_token text,
  access_token_expires_at timestamptz, refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index credential_user on platform.credential (user_id);
create table platform.verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verification_identifier on platform.verification (identifier);
create table platform.two_factor (
  id text primary key,
  user_id text not null references platform."user" on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean default true,
  failed_verification_count integer default 0,
  locked_until timestamptz
);
create index two_factor_user on platform.two_factor (user_id);
create table platform.passkey (
  id text primary key,
  name text,
  public_key text not null,
  user_id text not null references platform."user" on delete cascade,
  credential_id text not null,
  counter integer not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamptz default now()
);
create index passkey_user on platform.passkey (user_id);
create index passkey_credential on platform.passkey (credential_id);

-- What a repeated request is answered with.
create table platform.idempotency (
  programme_id uuid not null,
  user_id text not null,
  key text not null check (length(key) between 8 and 200),
  action text not null,
  input_hash bytea not null,
  answer jsonb,
  created_at timestamptz not null default now(),
  primary key (programme_id, user_id, key)
);
select platform.protect('platform.idempotency');
create index idempotency_age on platform.idempotency (created_at);

-- The audit log is a hash chain in lanes, so that two people who write at once do not wait for one another.
create table platform.audit_head (
  programme_id uuid not null,
  lane smallint not null,
  seq bigint not null default 0,
  hash bytea not null default '\x00',
  primary key (programme_id, lane)
);
select platform.protect('platform.audit_head');
create table platform.audit (
  programme_id uuid not null,
  lane smallint not null,
  seq bigint not null,
  at timestamptz not null,
  user_id text,
  action text not null,
  subject text,
  entry text not null,
  hash bytea not null,
  primary key (programme_id, lane, seq)
);
select platform.protect('platform.audit');
select platform.append_only('platform.audit');
create index audit_at on platform.audit (programme_id, at desc);
create index audit_subject on platform.audit (programme_id, subject) where subject is not null;

-- Business events for the areas to the right; delivered once each by the jobs.
create table platform.outbox (
  programme_id uuid not null,
  id uuid not null,
  event text not null,
  payload jsonb not null,
  published_at timestamptz not null default now(),
  primary key (programme_id, id)
);
select platform.protect('platform.outbox');
create table platform.outbox_delivery (
  programme_id uuid not null,
  event_id uuid not null,
  handler text not null,
  delivered_at timestamptz not null default now(),
  primary key (programme_id, event_id, handler)
);
select platform.protect('platform.outbox_delivery');

-- Jobs are enqueued in the transaction that wants them; the queue's own tables stay closed to the application's role.
create function platform.enqueue(task text, payload json, key text, run_at timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform graphile_worker.add_job(task, payload, job_key => key, run_at => run_at);
end $$;

-- After many rows in one transaction the planner knows nothing of them; only the owner of the tables may tell it.
create function platform.refresh_statistics() returns void
  language plpgsql security definer set search_path = pg_catalog as $$
declare target regclass;
begin
  for target in select c.oid from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'programme_id' where c.relkind = 'r' loop
    execute format('analyze %s', target);
  end loop;
end $$;

-- What waits under the bell of one person.
create table platform.notification (
  programme_id uuid not null,
  id uuid not null,
  user_id text not null,
  kind text not null,
  link text,
  data jsonb not null default '{}',
  created_at timestamptz not null default now(),
  read_at timestamptz,
  primary key (programme_id, id)
);
select platform.protect('platform.notification');
create index notification_person on platform.notification (programme_id, user_id, created_at desc);

-- Files live in the database, so that one backup holds all and an upload commits with the row that owns it.
create table platform.file (
  programme_id uuid not null,
  id uuid not null,
  name text not null,
  media_type text not null,
  byte_count bigint not null check (byte_count between 0 and 10485760),
  received_byte_count bigint not null default 0,
  sha256 bytea,
  uploaded_by text not null,
  created_at timestamptz not null default now(),
  completed_at timestamptz,
  primary key (programme_id, id)
);
select platform.protect('platform.file');
create table platform.file_chunk (
  programme_id uuid not null,
  file_id uuid not null,
  start_byte bigint not null,
  bytes bytea not null,
  primary key (programme_id, file_id, start_byte),
  foreign key (programme_id, file_id) references platform.file on delete cascade
);
select platform.protect('platform.file_chunk');

-- Legal documents (電子帳簿保存法: search by date, amount, party; never changed; hash-chained by kind).
create table platform.document (
  programme_id uuid not null,
  id uuid not null,
  kind text not null,
  number text not null,
  version integer not null default 1,
  supersedes uuid,
  template text not null,
  transaction_on date not null,
  amount_yen bigint,
  counterparty_id uuid,
  counterparty_name text not null,
  owner_user_id text,
  data jsonb not null,
  sha256 bytea not null,
  previous_sha256 bytea,
  issued_at timestamptz not null,
  retain_until date not null,
  primary key (programme_id, id),
  unique (programme_id, kind, number, version)
);
select platform.protect('platform.document');
select platform.append_only('platform.document');
create index document_search on platform.document (programme_id, transaction_on, amount_yen);
create index document_party on platform.document (programme_id, counterparty_id);
create table platform.document_series (
  programme_id uuid not null,
  kind text not null,
  last_number bigint not null default 0,
  last_sha256 bytea,
  primary key (programme_id, kind)
);
select platform.protect('platform.document_series');
