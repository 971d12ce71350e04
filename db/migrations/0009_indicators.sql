-- Locks: none that matter, every table is new.
create schema indicators;

create table indicators.indicator (
  programme_id uuid not null,
  id uuid not null,
  position integer not null,
  name text not null,
  name_en text not null default '',
  unit text not null,
  direction text not null check (direction in ('up', 'down')),
  mode text not null check (mode in ('increment', 'level')),
  source text not null check (source in ('earners', 'orders-thousand-yen', 'profit-thousand-yen', 'adopting-municipalities')),
  baseline_fiscal_year integer not null,
  baseline_value bigint not null,
  local_share boolean not null default false,
  definition_version integer not null default 1,
  primary key (programme_id, id),
  unique (programme_id, position)
);
select platform.protect('indicators.indicator');
create table indicators.target (
  programme_id uuid not null,
  indicator_id uuid not null,
  fiscal_year integer not null,
  value bigint not null,
  primary key (programme_id, indicator_id, fiscal_year),
  foreign key (programme_id, indicator_id) references indicators.indicator
);
select platform.protect('indicators.target');

-- What people type into the sheet of one municipality and year; the computed parts are never stored here.
create table indicators.sheet (
  programme_id uuid not null,
  id uuid not null,
  municipality_id uuid not null,
  fiscal_year integer not null,
  typed jsonb not null default '{}',
  -- Who typed each part and when: {"effect": {"by": user, "at": instant}}.
  typed_by jsonb not null default '{}',
  revision integer not null default 1,
  updated_by text not null,
  updated_at timestamptz not null default now(),
  primary key (programme_id, id),
  unique (programme_id, municipality_id, fiscal_year)
);
select platform.protect('indicators.sheet');
-- A published sheet never changes: a correction is a new version.
create table indicators.sheet_version (
  programme_id uuid not null,
  sheet_id uuid not null,
  version integer not null,
  document_id uuid not null,
  published_by text not null,
  published_at timestamptz not null default now(),
  reason text not null default '',
  primary key (programme_id, sheet_id, version),
  foreign key (programme_id, sheet_id) references indicators.sheet,
  foreign key (programme_id, document_id) references platform.document
);
select platform.protect('indicators.sheet_version');
select platform.append_only('indicators.sheet_version');
