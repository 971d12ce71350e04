-- Locks: none, every table is new.
-- A locked month or year that two persons open again for a few days, with what the municipalities were told.
create table money.reopening (
  programme_id uuid not null,
  id uuid not null,
  first_on date not null,
  last_on date not null check (last_on >= first_on),
  reason text not null check (reason <> ''),
  asked_by text not null,
  asked_at timestamptz not null,
  primary key (programme_id, id)
);
select platform.protect('money.reopening');
select platform.append_only('money.reopening');
select platform.seal_table('money.reopening');
create table money.reopening_approval (
  programme_id uuid not null,
  reopening_id uuid not null,
  approved_by text not null,
  approved_at timestamptz not null,
  open_until date not null,
  primary key (programme_id, reopening_id),
  foreign key (programme_id, reopening_id) references money.reopening
);
select platform.protect('money.reopening_approval');
select platform.append_only('money.reopening_approval');
select platform.seal_table('money.reopening_approval');
