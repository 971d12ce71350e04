-- Locks: none that matter, every table is new.
create schema people;

create table people.skill (
  programme_id uuid not null,
  id uuid not null,
  key text not null,
  name_ja text not null,
  name_en text not null,
  highest_level integer not null default 3,
  primary key (programme_id, id),
  unique (programme_id, key)
);
select platform.protect('people.skill');

create table people.worker (
  programme_id uuid not null,
  id uuid not null,
  number integer not null,
  user_id text,
  state text not null check (state in ('applicant', 'registered', 'active', 'paused', 'graduated', 'left')),
  kind text not null default 'individual' check (kind in ('individual', 'corporation')),
  name text not null,
  kana text not null,
  display_name text not null,
  email text not null,
  phone text not null default '',
  postal_address text not null default '',
  prefecture text not null,
  municipality_id uuid not null,
  site_id uuid,
  wanted_monthly_yen bigint not null default 0 check (wanted_monthly_yen >= 0),
  wanted_monthly_minutes integer not null default 0 check (wanted_monthly_minutes >= 0),
  highest_monthly_minutes integer not null default 0 check (highest_monthly_minutes >= 0),
  wish text not null default '',
  equipment text[] not null default '{}',
  line_speed_mbps integer check (line_speed_mbps between 0 and 100000),
  uses_employees boolean not null default false,
  uses_employees_declared_on date,
  applied_on date not null,
  registered_on date,
  left_on date,
  is_demo boolean not null default false,
  primary key (programme_id, id),
  unique (programme_id, number),
  foreign key (programme_id, municipality_id) references programme.municipality,
  foreign key (programme_id, site_id) references programme.site,
  check (state in ('applicant', 'left') or registered_on is not null)
);
select platform.protect('people.worker');
create unique index worker_user on people.worker (programme_id, user_id) where user_id is not null;
create index worker_list on people.worker (programme_id, kana collate "C", id);
create index worker_municipality on people.worker (programme_id, municipality_id, state);

-- One series of numbers for everybody who ever applied; a number is kept for good.
create table people.worker_series (
  programme_id uuid primary key,
  last_number integer not null
);
select platform.protect('people.worker_series');

-- What a person agreed to, in which wording, when (個人情報保護法 第20条・第27条).
create table people.consent (
  programme_id uuid not null,
  worker_id uuid not null,
  purpose text not null,
  text_version text not null,
  given_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (programme_id, worker_id, purpose, given_at),
  foreign key (programme_id, worker_id) references people.worker
);
select platform.protect('people.consent');

create table people.interview (
  programme_id uuid not null,
  id uuid not null,
  worker_id uuid not null,
  held_on date not null,
  held_by text not null,
  note text not null default '',
  recorded_at timestamptz not null default now(),
  outcome text not null check (outcome in ('suitable', 'later', 'declined')),
  primary key (programme_id, id),
  foreign key (programme_id, worker_id) references people.worker
);
select platform.protect('people.interview');
create index interview_worker on people.interview (programme_id, worker_id, held_on desc);
create table people.state_change (
  programme_id uuid not null,
  id uuid not null,
  worker_id uuid not null,
  from_state text not null,
  to_state text not null,
  changed_on date not null,
  changed_by text not null,
  note text not null default '',
  primary key (programme_id, id),
  foreign key (programme_id, worker_id) references people.worker
);
select platform.protect('people.state_change');
select platform.append_only('people.state_change');
create index state_change_worker on people.state_change (programme_id, worker_id, changed_on);

-- Whether a person uses employees, as declared on a day (特定受託事業者の該当性; asked again every year).
create table people.employee_declaration (
  programme_id uuid not null,
  worker_id uuid not null,
  declared_on date not null,
  uses_employees boolean not null,
  primary key (programme_id, worker_id, declared_on),
  foreign key (programme_id, worker_id) references people.worker
);
select platform.protect('people.employee_declaration');

create table people.worker_skill (
  programme_id uuid not null,
  worker_id uuid not null,
  skill_id uuid not null,
  level integer not null check (level between 1 and 9),
  evidence text not null check (evidence in ('declared', 'tested', 'proven')),
  evidenced_on date not null,
  primary key (programme_id, worker_id, skill_id),
  foreign key (programme_id, worker_id) references people.worker,
  foreign key (programme_id, skill_id) references people.skill
);
select platform.protect('people.worker_skill');

-- Free minutes: a weekly pattern (1 Monday … 7 Sunday) and exceptions for single days.
create table people.free_minutes (
  programme_id uuid not null,
  worker_id uuid not null,
  weekday integer not null check (weekday between 1 and 7),
  minutes integer not null check (minutes between 0 and 1440),
  primary key (programme_id, worker_id, weekday),
  foreign key (programme_id, worker_id) references people.worker
);
select platform.protect('people.free_minutes');
create table people.free_minutes_exception (
  programme_id uuid not null,
  worker_id uuid not null,
  on_date date not null,
  minutes integer not null check (minutes between 0 and 1440),
  primary key (programme_id, worker_id, on_date),
  foreign key (programme_id, worker_id) references people.worker
);
select platform.protect('people.free_minutes_exception');

create table people.bank_account (
  programme_id uuid not null,
  id uuid not null,
  worker_id uuid not null,
  bank_code text not null check (bank_code ~ '^[0-9]{4}$'),
  bank_name text not null,
  branch_code text not null check (branch_code ~ '^[0-9]{3}$'),
  branch_name text not null,
  account_type text not null check (account_type in ('ordinary', 'current', 'savings', 'other')),
  account_number text not null check (account_number ~ '^[0-9]{7}$'),
  holder_kana text not null,
  recorded_at timestamptz not null default now(),
  primary key (programme_id, id),
  foreign key (programme_id, worker_id) references people.worker
);
select platform.protect('people.bank_account');
select platform.append_only('people.bank_account');
create index bank_account_worker on people.bank_account (programme_id, worker_id, recorded_at desc);

create table people.invoice_registration (
  programme_id uuid not null,
  id uuid not null,
  worker_id uuid not null,
  number text not null check (number ~ '^T[1-9][0-9]{12}$'),
  valid_from date not null,
  valid_to date,
  recorded_at timestamptz not null default now(),
  primary key (programme_id, id),
  foreign key (programme_id, worker_id) references people.worker
);
select platform.protect('people.invoice_registration');
create index invoice_registration_worker on people.invoice_registration (programme_id, worker_id, valid_from);
