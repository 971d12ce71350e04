-- Locks: none that matter, every table is new.
create schema programme;

create table programme.programme (
  programme_id uuid primary key,
  name text not null,
  outline text not null default '',
  operator_name text not null,
  operator_kana text not null default '',
  operator_address text not null default '',
  operator_contact text not null default '',
  operator_invoice_number text,
  operator_representative text not null default '',
  first_fiscal_year integer not null check (first_fiscal_year between 2000 and 2100),
  last_fiscal_year integer not null check (last_fiscal_year >= first_fiscal_year),
  grant_name text not null default '',
  grant_numerator integer not null default 1,
  grant_denominator integer not null default 2 check (grant_denominator > 0),
  bank_account jsonb,
  pay_day integer not null default 25 check (pay_day between 1 and 31),
  second_factor_required boolean not null default true,
  is_demo boolean not null default false,
  created_at timestamptz not null default now()
);
select platform.protect('programme.programme');
create function programme.enlist() returns trigger language plpgsql as $$
begin
  insert into platform.tenant_list (id) values (new.programme_id);
  return new;
end $$;
create trigger enlist after insert on programme.programme for each row execute function programme.enlist();

create table programme.municipality (
  programme_id uuid not null references programme.programme,
  id uuid not null,
  code text check (code ~ '^[0-9]{6}$'),
  name text not null,
  name_en text not null default '',
  department text not null default '',
  is_lead boolean not null default false,
  is_member boolean not null default true,
  joined_on date not null,
  left_on date,
  adopted_on date,
  sheet_settings jsonb not null default '{}',
  primary key (programme_id, id),
  unique (programme_id, code),
  unique (programme_id, name)
);
select platform.protect('programme.municipality');
create unique index municipality_lead on programme.municipality (programme_id) where is_lead;

create table programme.site (
  programme_id uuid not null,
  id uuid not null,
  municipality_id uuid not null,
  name text not null,
  prefecture text not null,
  address text not null default '',
  seats integer not null default 0 check (seats between 0 and 10000),
  security_class integer not null default 0 check (security_class between 0 and 3),
  opened_on date not null,
  closed_on date,
  primary key (programme_id, id),
  unique (programme_id, name),
  foreign key (programme_id, municipality_id) references programme.municipality
);
select platform.protect('programme.site');

-- The programme's cost of a fiscal year and each municipality's share of it.
create table programme.year_cost (
  programme_id uuid not null references programme.programme,
  fiscal_year integer not null,
  cost_yen bigint not null check (cost_yen >= 0),
  position text not null default '',
  content text not null default '',
  primary key (programme_id, fiscal_year)
);
select platform.protect('programme.year_cost');
create table programme.cost_share (
  programme_id uuid not null,
  fiscal_year integer not null,
  municipality_id uuid not null,
  cost_yen bigint not null check (cost_yen >= 0),
  eligible_yen bigint not null check (eligible_yen between 0 and cost_yen),
  grant_yen bigint not null check (grant_yen between 0 and eligible_yen),
  primary key (programme_id, fiscal_year, municipality_id),
  foreign key (programme_id, fiscal_year) references programme.year_cost,
  foreign key (programme_id, municipality_id) references programme.municipality
);
select platform.protect('programme.cost_share');

-- A role held for a scope. A person sees their own memberships in every programme, to choose between them.
create table programme.membership (
  programme_id uuid not null references programme.programme,
  id uuid not null,
  user_id text not null,
  role text not null,
  scope_kind text not null,
  scope_id uuid not null,
  granted_at timestamptz not null default now(),
  granted_by text,
  ended_at timestamptz,
  primary key (programme_id, id)
);
alter table programme.membership enable row level security;
alter table programme.membership force row level security;
create policy tenant on programme.membership
  using (programme_id = platform.tenant() or user_id = platform.signed_in())
  with check (programme_id = platform.tenant());
create unique index membership_once on programme.membership (programme_id, user_id, role, scope_kind, scope_id) where ended_at is null;
create index membership_user on programme.membership (user_id) where ended_at is null;
-- The name of a programme is shown to whoever holds a role in it, before one is chosen.
create policy member on programme.programme for select
  using (exists (select from programme.membership m where m.programme_id = programme.programme_id and m.user_id = platform.signed_in() and m.ended_at is null));

create table programme.invitation (
  programme_id uuid not null references programme.programme,
  id uuid not null,
  email text not null,
  role text not null,
  scope_kind text not null,
  scope_id uuid not null,
  token_sha256 bytea not null unique,
  invited_by text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  accepted_by text,
  withdrawn_at timestamptz,
  primary key (programme_id, id)
);
select platform.protect('programme.invitation');
create index invitation_list on programme.invitation (programme_id, created_at desc);

-- The reference data of the field: prefectural minimum hourly wages, dated (最低賃金法; kept by the operator).
create table programme.minimum_wage (
  programme_id uuid not null references programme.programme,
  prefecture text not null,
  valid_from date not null,
  hourly_yen bigint not null check (hourly_yen > 0),
  primary key (programme_id, prefecture, valid_from)
);
select platform.protect('programme.minimum_wage');
