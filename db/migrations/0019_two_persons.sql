-- Locks: people.bank_account ACCESS EXCLUSIVE while its rows are sealed anew, 2 s for 300,000 rows
-- Locks: money.transfer ACCESS EXCLUSIVE while its rows are sealed anew, 2 s for 300,000 rows
-- Locks: money.transfer_batch ACCESS EXCLUSIVE while its rows are sealed anew, 2 s for 300,000 rows
-- What somebody else may have done to an account: for a while it does not approve money alone. Sign-in knows no tenant.
create table platform.account_change (
  user_id text not null,
  id uuid not null default gen_random_uuid(),
  kind text not null check (kind in ('reset-link', 'password', 'second-factor')),
  changed_at timestamptz not null default now(),
  changed_by text,
  primary key (user_id, id)
);

-- For how long. Each row counts from its moment on, a shorter one only when the longer before it has passed.
create table programme.approval_rest (
  programme_id uuid not null,
  id uuid not null,
  hours integer not null check (hours between 24 and 720),
  set_at timestamptz not null,
  set_by text not null,
  primary key (programme_id, id)
);
select platform.protect('programme.approval_rest');
select platform.append_only('programme.approval_rest');
select platform.seal_table('programme.approval_rest');

-- Who wrote an account down, unknown before; and why its holder is somebody else than the payee.
alter table people.bank_account add column recorded_by text, add column holder_reason text not null default '';
select platform.seal_table('people.bank_account');

-- 新規コード of the bank file: 1 first transfer, 2 changed account, 0 otherwise.
alter table money.transfer add column new_code text not null default '0' check (new_code in ('0', '1', '2'));
create index transfer_worker on money.transfer (programme_id, worker_id, id desc);
select platform.seal_table('money.transfer');
-- One more where the account of the maker had just been changed.
alter table money.transfer_batch add column approvals_needed smallint not null default 1 check (approvals_needed in (1, 2));
select platform.seal_table('money.transfer_batch');

-- A bank file that leaves again: who took it, and why.
create table money.batch_download (
  programme_id uuid not null,
  id uuid not null,
  batch_id uuid not null,
  reason text not null check (reason <> ''),
  downloaded_by text not null,
  downloaded_at timestamptz not null,
  primary key (programme_id, id),
  foreign key (programme_id, batch_id) references money.transfer_batch
);
create index batch_download_batch on money.batch_download (programme_id, batch_id, downloaded_at);
select platform.protect('money.batch_download');
select platform.append_only('money.batch_download');
select platform.seal_table('money.batch_download');
