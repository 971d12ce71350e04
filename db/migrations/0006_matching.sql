-- Locks: none that matter, every table is new.
create schema matching;

create table matching.plan (
  programme_id uuid not null,
  id uuid not null,
  state text not null check (state in ('running', 'proposed', 'offered', 'failed')),
  from_date date not null,
  days integer not null,
  problem jsonb not null,
  plan jsonb,
  fault text,
  asked_by text not null,
  asked_at timestamptz not null default now(),
  finished_at timestamptz,
  offered_at timestamptz,
  primary key (programme_id, id)
);
select platform.protect('matching.plan');
create index plan_recent on matching.plan (programme_id, asked_at desc);
