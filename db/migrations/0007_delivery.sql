-- Locks: none that matter, every table is new.
create schema delivery;

-- A hand-in. Its arrival is the receipt (受領): the payment clock of the Freelance Act starts here.
create table delivery.submission (
  programme_id uuid not null,
  id uuid not null,
  assignment_id uuid not null,
  worker_id uuid not null,
  package_id uuid not null,
  units integer not null check (units >= 1),
  note text not null default '',
  replaces uuid,
  received_at timestamptz not null,
  received_on date not null,
  primary key (programme_id, id),
  foreign key (programme_id, assignment_id) references orders.assignment,
  foreign key (programme_id, replaces) references delivery.submission
);
select platform.protect('delivery.submission');
create index submission_assignment on delivery.submission (programme_id, assignment_id);
create index submission_received on delivery.submission (programme_id, received_on);
create unique index submission_replaced_once on delivery.submission (programme_id, replaces) where replaces is not null;
create table delivery.submission_file (
  programme_id uuid not null,
  submission_id uuid not null,
  file_id uuid not null,
  primary key (programme_id, submission_id, file_id),
  foreign key (programme_id, submission_id) references delivery.submission,
  foreign key (programme_id, file_id) references platform.file
);
select platform.protect('delivery.submission_file');
-- 検収 of one hand-in, at most one.
create table delivery.acceptance (
  programme_id uuid not null,
  submission_id uuid not null,
  accepted_on date not null,
  accepted_by text not null,
  note text not null default '',
  first_pass boolean not null,
  primary key (programme_id, submission_id),
  foreign key (programme_id, submission_id) references delivery.submission
);
select platform.protect('delivery.acceptance');
select platform.append_only('delivery.acceptance');
-- A return for correction (やり直し) of one hand-in, at most one; item, reason, evidence and date are duties.
create table delivery.rework (
  programme_id uuid not null,
  submission_id uuid not null,
  item text not null,
  reason text not null,
  evidence text not null,
  evidence_file_id uuid,
  cause text not null check (cause in ('worker-fault', 'orderer', 'client-change')),
  correct_by date not null,
  returned_on date not null,
  returned_by text not null,
  primary key (programme_id, submission_id),
  foreign key (programme_id, submission_id) references delivery.submission
);
select platform.protect('delivery.rework');
select platform.append_only('delivery.rework');

-- 納品 to the client and the client's answer.
create table delivery.client_delivery (
  programme_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  number text not null,
  message text not null default '',
  units_by_package jsonb not null,
  delivered_on date not null,
  delivered_by text not null,
  document_id uuid,
  primary key (programme_id, id),
  foreign key (programme_id, order_id) references orders.client_order
);
select platform.protect('delivery.client_delivery');
create index client_delivery_order on delivery.client_delivery (programme_id, order_id);
create table delivery.client_delivery_file (
  programme_id uuid not null,
  delivery_id uuid not null,
  file_id uuid not null,
  primary key (programme_id, delivery_id, file_id),
  foreign key (programme_id, delivery_id) references delivery.client_delivery,
  foreign key (programme_id, file_id) references platform.file
);
select platform.protect('delivery.client_delivery_file');
create table delivery.client_acceptance (
  programme_id uuid not null,
  delivery_id uuid not null,
  accepted_on date not null,
  accepted_by text not null,
  comment text not null default '',
  primary key (programme_id, delivery_id),
  foreign key (programme_id, delivery_id) references delivery.client_delivery
);
select platform.protect('delivery.client_acceptance');
select platform.append_only('delivery.client_acceptance');
create table delivery.client_return (
  programme_id uuid not null,
  delivery_id uuid not null,
  reason text not null,
  returned_on date not null,
  returned_by text not null,
  primary key (programme_id, delivery_id),
  foreign key (programme_id, delivery_id) references delivery.client_delivery
);
select platform.protect('delivery.client_return');
select platform.append_only('delivery.client_return');
