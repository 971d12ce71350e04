-- Locks: platform.session ACCESS EXCLUSIVE for an instant, two columns without a default
-- Locks: platform.user SHARE ROW EXCLUSIVE for an instant, new tables refer to it
-- A second factor is a property of the session: what it was begun with, and when that was last given. `device`: a device was trusted in
-- place of the code, which is enough for a role and not for moving money.
alter table platform.session
  add column second_factor text check (second_factor in ('code', 'backup-code', 'passkey', 'device')),
  add column proved_at timestamptz;
-- Nobody knows what the running sessions were begun with: whoever has a second factor signs in once more.
delete from platform.session s using platform."user" u where u.id = s.user_id and u.two_factor_enabled;

-- Codes that were given, so that each opens once; kept as long as one could be right again.
create table platform.spent_code (
  user_id text not null references platform."user" on delete cascade,
  code_sha256 bytea not null,
  spent_at timestamptz not null default now(),
  primary key (user_id, code_sha256)
);

-- Devices from which somebody has signed in: others' guesses do not lock the owner out there.
create table platform.known_device (
  user_id text not null references platform."user" on delete cascade,
  device_sha256 bytea not null,
  seen_at timestamptz not null default now(),
  primary key (user_id, device_sha256)
);

-- How often something was tried lately, by account, device and address; every process of a server counts here.
create unlogged table platform.attempt (
  key text primary key,
  count integer not null,
  until timestamptz not null
);
create index attempt_until on platform.attempt (until);

-- A room full of people behind one address: its limits are wider until then.
create table platform.raised_limit (
  address text primary key,
  until timestamptz not null,
  raised_by text not null
);

-- Tokens of links lie here as hashes from now on. An open link is made anew.
delete from platform.verification where identifier like 'reset-password:%';
