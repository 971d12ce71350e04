-- Locks: none that matter, every table is new.
create schema sales;

create table sales.client (
  programme_id uuid not null,
  id uuid not null,
  name text not null,
  name_kana text not null default '',
  postal_address text not null default '',
  contact_name text not null default '',
  contact_email text not null default '',
  contact_phone text not null default '',
  note text not null default '',
  payment_terms text not null default '',
  payment_due_days integer not null default 30 check (payment_due_days between 1 and 120),
  is_public_body boolean not null default false,
  is_demo boolean not null default false,
  created_at timestamptz not null default now(),
  primary key (programme_id, id),
  unique (programme_id, name)
);
select platform.protect('sales.client');
create index client_list on sales.client (programme_id, name_kana collate "C", id);
