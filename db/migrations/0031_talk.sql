-- Locks: orders.assignment SHARE ROW EXCLUSIVE for an instant, a new table refers to it
-- Locks: orders.package SHARE ROW EXCLUSIVE for an instant, a new table refers to it
-- Locks: people.worker SHARE ROW EXCLUSIVE for an instant, a new table refers to it

-- What those who lead and one worker write each other about a package. Nothing is taken back.
create table orders.message (
  programme_id uuid not null,
  id uuid not null,
  package_id uuid not null,
  worker_id uuid not null,
  from_worker boolean not null,
  text text not null check (text <> ''),
  sent_by text not null,
  sent_at timestamptz not null,
  -- When the other side opened it.
  read_at timestamptz,
  primary key (programme_id, id),
  foreign key (programme_id, package_id) references orders.package,
  foreign key (programme_id, worker_id) references people.worker
);
select platform.protect('orders.message');
create index message_thread on orders.message (programme_id, package_id, worker_id, sent_at);

-- A director asks a worker to hand back a part; the worker agrees or goes on, and nobody is asked twice at once.
create table orders.hand_back (
  programme_id uuid not null,
  id uuid not null,
  assignment_id uuid not null,
  units integer not null check (units >= 1),
  reason text not null check (reason <> ''),
  state text not null default 'open' check (state in ('open', 'agreed', 'declined')),
  asked_by text not null,
  asked_at timestamptz not null,
  answer text not null default '',
  decided_at timestamptz,
  primary key (programme_id, id),
  foreign key (programme_id, assignment_id) references orders.assignment,
  check ((state = 'open') = (decided_at is null))
);
select platform.protect('orders.hand_back');
create unique index hand_back_open on orders.hand_back (programme_id, assignment_id) where state = 'open';
