-- Locks: orders.package SHARE ROW EXCLUSIVE for an instant, a new table refers to it
-- Locks: platform.file SHARE ROW EXCLUSIVE for an instant, a new table refers to it

-- Files that people need for the work, for the package as a whole or for one step of its manual. A change is a new version of the
-- same material; a version without a file takes it back.
create table orders.material (
  programme_id uuid not null,
  id uuid not null,
  version integer not null check (version >= 1),
  package_id uuid not null,
  title text not null check (title <> ''),
  -- From 0; null belongs to the whole package.
  step integer check (step >= 0),
  data_class integer not null check (data_class between 0 and 3),
  file_id uuid,
  changes text not null default '',
  added_by text not null,
  added_at timestamptz not null,
  primary key (programme_id, id, version),
  foreign key (programme_id, package_id) references orders.package,
  foreign key (programme_id, file_id) references platform.file
);
select platform.protect('orders.material');
select platform.append_only('orders.material');
select platform.seal_table('orders.material');
create index material_package on orders.material (programme_id, package_id);
create index material_file on orders.material (programme_id, file_id) where file_id is not null;
