-- Locks: none that matter, every table is new.
create schema matching;

-- A whole plan, or a small repair: of one package after a decline or a release, or around one person whose hours changed or who
-- is away. `problem` and `plan` are the JSON of `kado plan`. `freed` is promised work that the person would have to hand over first:
-- [{ "assignmentId", "packageId", "units" }]. A plan that refreshes an earlier one stays as near to it as it can.
create table matching.plan (
  programme_id uuid not null,
  id uuid not null,
  kind text not null default 'whole' check (kind in ('whole', 'repair')),
  package_id uuid,
  worker_id uuid,
  cause text check (cause in ('declined', 'released', 'hours-changed', 'away')),
  freed jsonb not null default '[]',
  refreshes_id uuid,
  state text not null check (state in ('running', 'proposed', 'offered', 'failed', 'discarded')),
  from_date date not null,
  days integer not null check (days between 1 and 84),
  seconds_limit integer not null default 20 check (seconds_limit between 1 and 120),
  problem jsonb,
  plan jsonb,
  progress jsonb,
  fault text,
  asked_by text not null,
  asked_at timestamptz not null default now(),
  -- The last sign of life of the calculation; a run that fell silent is given up by the next one.
  beat_at timestamptz not null default now(),
  stop_asked_at timestamptz,
  finished_at timestamptz,
  offered_at timestamptz,
  primary key (programme_id, id),
  foreign key (programme_id, package_id) references orders.package,
  foreign key (programme_id, worker_id) references people.worker,
  foreign key (programme_id, refreshes_id) references matching.plan,
  check ((kind = 'repair') = (cause is not null)),
  check (refreshes_id is null or kind = 'whole'),
  check (num_nonnulls(package_id, worker_id) = case kind when 'repair' then 1 else 0 end)
);
select platform.protect('matching.plan');
create index plan_recent on matching.plan (programme_id, kind, asked_at desc);
-- One whole plan is calculated at a time, and one repair for a package.
create unique index plan_running on matching.plan (programme_id) where state = 'running' and kind = 'whole';
create unique index plan_repairing on matching.plan (programme_id, package_id) where state = 'running' and kind = 'repair';

-- What a director settled about one person and one package: keep these units, or never propose the two together.
create table matching.pair_rule (
  programme_id uuid not null,
  worker_id uuid not null,
  package_id uuid not null,
  rule text not null check (rule in ('pinned', 'forbidden')),
  units integer check (units >= 1),
  set_by text not null,
  set_at timestamptz not null default now(),
  primary key (programme_id, worker_id, package_id),
  foreign key (programme_id, worker_id) references people.worker,
  foreign key (programme_id, package_id) references orders.package,
  check ((rule = 'pinned') = (units is not null))
);
select platform.protect('matching.pair_rule');
