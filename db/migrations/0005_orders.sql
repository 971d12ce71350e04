-- Locks: none that matter, every table is new.
create schema orders;

create table orders.work_kind (
  programme_id uuid not null,
  id uuid not null,
  key text not null,
  name_ja text not null,
  name_en text not null,
  withholding text not null check (withholding in ('subject', 'not-subject', 'undecided')),
  primary key (programme_id, id),
  unique (programme_id, key)
);
select platform.protect('orders.work_kind');

-- An order from a client (受注).
create table orders.client_order (
  programme_id uuid not null,
  id uuid not null,
  number text not null,
  client_id uuid not null,
  title text not null,
  description text not null default '',
  ordered_on date not null,
  due_on date not null check (due_on >= ordered_on),
  amount_yen bigint not null check (amount_yen between 0 and 9999999999),
  tax_rate_percent integer not null default 10,
  municipality_id uuid,
  director_user_id text,
  -- Repairs of this order's packages are offered as soon as they are found; otherwise a director sends them.
  repairs_are_sent boolean not null default false,
  state text not null check (state in ('preparing', 'running', 'delivered', 'accepted', 'cancelled')),
  created_at timestamptz not null default now(),
  primary key (programme_id, id),
  unique (programme_id, number),
  foreign key (programme_id, client_id) references sales.client,
  foreign key (programme_id, municipality_id) references programme.municipality
);
select platform.protect('orders.client_order');
create index client_order_list on orders.client_order (programme_id, state, due_on, id);
create index client_order_client on orders.client_order (programme_id, client_id);
create index client_order_year on orders.client_order (programme_id, ordered_on) include (amount_yen, municipality_id);

-- Orders are numbered without a gap within a calendar year, so the counter is locked by the order that takes a number.
create table orders.order_series (
  programme_id uuid not null,
  year integer not null check (year between 2000 and 2100),
  last_number integer not null check (last_number >= 1),
  primary key (programme_id, year)
);
select platform.protect('orders.order_series');
-- An order is cancelled for a reason that can be counted; work that was agreed stays agreed and is paid.
create table orders.cancellation (
  programme_id uuid not null,
  order_id uuid not null,
  reason text not null check (reason in ('client-withdrew', 'client-changed', 'capacity-short', 'entered-twice', 'disaster')),
  note text not null default '',
  cancelled_on date not null,
  cancelled_by text not null,
  primary key (programme_id, order_id),
  foreign key (programme_id, order_id) references orders.client_order
);
select platform.protect('orders.cancellation');
select platform.append_only('orders.cancellation');

-- A package of work: what one order is cut into.
create table orders.package (
  programme_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  title text not null,
  summary text not null default '',
  specification text not null default '',
  work_kind_id uuid not null,
  units integer not null check (units between 1 and 10000000),
  unit_name text not null,
  unit_minutes integer not null check (unit_minutes between 1 and 14400),
  unit_price_yen bigint not null check (unit_price_yen between 1 and 100000000),
  price_rationale text not null default '',
  release_on date not null,
  due_on date not null check (due_on >= release_on),
  inspection_days integer not null default 7 check (inspection_days between 0 and 30),
  security_class integer not null default 0 check (security_class between 0 and 3),
  on_site_id uuid,
  equipment text[] not null default '{pc}',
  min_units integer not null default 1 check (min_units >= 1),
  max_share_percent integer not null default 100 check (max_share_percent between 1 and 100),
  indivisible boolean not null default false,
  priority integer not null default 1 check (priority between 1 and 9),
  is_public boolean not null default true,
  -- Texts that go into the job advertisement and into every notice of terms of this package.
  work_place text not null default '',
  expenses text not null default '',
  intellectual_property text not null default '',
  personal_data text not null default '',
  contact text not null default '',
  -- Somebody has checked that work at a fixed place is still an order, not employment.
  independence_reviewed boolean not null default false,
  state text not null check (state in ('preparing', 'ready', 'closed')),
  created_at timestamptz not null default now(),
  primary key (programme_id, id),
  foreign key (programme_id, order_id) references orders.client_order,
  foreign key (programme_id, work_kind_id) references orders.work_kind,
  foreign key (programme_id, on_site_id) references programme.site
);
select platform.protect('orders.package');
create index package_order on orders.package (programme_id, order_id);
create index package_open on orders.package (programme_id, state, due_on);
create table orders.package_skill (
  programme_id uuid not null,
  package_id uuid not null,
  skill_id uuid not null,
  level integer not null check (level between 1 and 9),
  primary key (programme_id, package_id, skill_id),
  foreign key (programme_id, package_id) references orders.package,
  foreign key (programme_id, skill_id) references people.skill
);
select platform.protect('orders.package_skill');

-- steps: [{ "title", "body", "check": true|false }]
create table orders.manual_version (
  programme_id uuid not null,
  package_id uuid not null,
  version integer not null check (version >= 1),
  steps jsonb not null,
  changes text not null default '',
  published_by text not null,
  published_at timestamptz not null default now(),
  primary key (programme_id, package_id, version),
  foreign key (programme_id, package_id) references orders.package
);
select platform.protect('orders.manual_version');
select platform.append_only('orders.manual_version');
-- What the director is writing; publishing turns it into a version.
create table orders.manual_draft (
  programme_id uuid not null,
  package_id uuid not null,
  steps jsonb not null,
  saved_by text not null,
  saved_at timestamptz not null default now(),
  primary key (programme_id, package_id),
  foreign key (programme_id, package_id) references orders.package
);
select platform.protect('orders.manual_draft');
create table orders.manual_reading (
  programme_id uuid not null,
  package_id uuid not null,
  worker_id uuid not null,
  version integer not null,
  read_at timestamptz not null default now(),
  checked integer[] not null default '{}',
  primary key (programme_id, package_id, worker_id, version),
  foreign key (programme_id, worker_id) references people.worker
);
select platform.protect('orders.manual_reading');
create table orders.question (
  programme_id uuid not null,
  id uuid not null,
  package_id uuid not null,
  worker_id uuid not null,
  step integer,
  text text not null,
  asked_at timestamptz not null default now(),
  answer text,
  answered_by text,
  answered_at timestamptz,
  -- The answer is shown to everybody who works on the package.
  is_shared boolean not null default false,
  primary key (programme_id, id),
  foreign key (programme_id, package_id) references orders.package,
  foreign key (programme_id, worker_id) references people.worker
);
select platform.protect('orders.question');
create index question_package on orders.question (programme_id, package_id, asked_at);
create index question_open on orders.question (programme_id, asked_at) where answered_at is null;
create table orders.readiness_check (
  programme_id uuid not null,
  id uuid not null,
  package_id uuid not null,
  passed_at timestamptz not null default now(),
  passed_by text not null,
  findings jsonb not null,
  primary key (programme_id, id),
  foreign key (programme_id, package_id) references orders.package
);
select platform.protect('orders.readiness_check');
select platform.append_only('orders.readiness_check');

-- An offer to one worker (打診). One conditional update decides it.
create table orders.offer (
  programme_id uuid not null,
  id uuid not null,
  package_id uuid not null,
  worker_id uuid not null,
  units integer not null check (units >= 1),
  minutes integer not null check (minutes >= 0),
  unit_price_yen bigint not null check (unit_price_yen >= 1),
  due_on date not null,
  plan_id uuid,
  why jsonb not null default '[]',
  state text not null check (state in ('open', 'accepted', 'declined', 'withdrawn', 'expired')),
  offered_by text not null,
  offered_at timestamptz not null default now(),
  answer_by date,
  decided_at timestamptz,
  primary key (programme_id, id),
  foreign key (programme_id, package_id) references orders.package,
  foreign key (programme_id, worker_id) references people.worker
);
select platform.protect('orders.offer');
create index offer_worker on orders.offer (programme_id, worker_id, state);
create index offer_package on orders.offer (programme_id, package_id, state);

-- An accepted offer: the contract for these units (業務委託).
create table orders.assignment (
  programme_id uuid not null,
  id uuid not null,
  offer_id uuid not null,
  package_id uuid not null,
  worker_id uuid not null,
  units integer not null check (units >= 1),
  unit_price_yen bigint not null,
  fee_yen bigint not null,
  tax_yen bigint not null,
  ordered_on date not null,
  due_on date not null,
  inspection_complete_on date not null,
  pay_on date not null,
  notice_document_id uuid not null,
  is_demo boolean not null default false,
  accepted_at timestamptz not null,
  primary key (programme_id, id),
  unique (programme_id, offer_id),
  foreign key (programme_id, offer_id) references orders.offer,
  foreign key (programme_id, package_id) references orders.package,
  foreign key (programme_id, worker_id) references people.worker,
  foreign key (programme_id, notice_document_id) references platform.document
);
select platform.protect('orders.assignment');
create index assignment_worker on orders.assignment (programme_id, worker_id, due_on);
create index assignment_package on orders.assignment (programme_id, package_id);
-- What a worker hands back without any loss (手放し).
create table orders.release (
  programme_id uuid not null,
  id uuid not null,
  assignment_id uuid not null,
  units integer not null check (units >= 1),
  released_at timestamptz not null default now(),
  primary key (programme_id, id),
  foreign key (programme_id, assignment_id) references orders.assignment
);
select platform.protect('orders.release');
select platform.append_only('orders.release');
create index release_assignment on orders.release (programme_id, assignment_id);

-- The worker asks for the notice of terms on paper (フリーランス法3条2項). One notice is handed over on paper once.
create table orders.paper_request (
  programme_id uuid not null,
  id uuid not null,
  document_id uuid not null,
  worker_id uuid not null,
  requested_on date not null,
  send_by date not null check (send_by >= requested_on),
  sent_on date check (sent_on >= requested_on),
  sent_by text,
  primary key (programme_id, id),
  unique (programme_id, document_id),
  check ((sent_on is null) = (sent_by is null)),
  foreign key (programme_id, document_id) references platform.document,
  foreign key (programme_id, worker_id) references people.worker
);
select platform.protect('orders.paper_request');
create index paper_request_open on orders.paper_request (programme_id, send_by) where sent_on is null;

-- The operator proposes other terms for what is left of agreed work. Agreed, they are a contract of their own with a notice of
-- its own; the first one is never edited.
create table orders.terms_change (
  programme_id uuid not null,
  id uuid not null,
  assignment_id uuid not null,
  units integer not null check (units >= 1),
  unit_price_yen bigint not null check (unit_price_yen >= 1),
  due_on date not null,
  reason text not null check (reason <> ''),
  state text not null check (state in ('open', 'agreed', 'declined', 'withdrawn')),
  proposed_by text not null,
  proposed_at timestamptz not null,
  decided_at timestamptz,
  new_assignment_id uuid,
  primary key (programme_id, id),
  check ((state = 'agreed') = (new_assignment_id is not null)),
  foreign key (programme_id, assignment_id) references orders.assignment,
  foreign key (programme_id, new_assignment_id) references orders.assignment
);
select platform.protect('orders.terms_change');
create unique index terms_change_open on orders.terms_change (programme_id, assignment_id) where state = 'open';

-- The worker asks for another price; every request is answered with an explanation (取適法5条: 協議に応じない一方的な代金決定).
create table orders.price_request (
  programme_id uuid not null,
  id uuid not null,
  assignment_id uuid not null,
  worker_id uuid not null,
  wanted_price_yen bigint not null check (wanted_price_yen >= 1),
  reason text not null check (reason <> ''),
  requested_on date not null,
  explanation text,
  answered_on date,
  answered_by text,
  terms_change_id uuid,
  primary key (programme_id, id),
  check ((answered_on is null) = (explanation is null)),
  foreign key (programme_id, assignment_id) references orders.assignment,
  foreign key (programme_id, worker_id) references people.worker,
  foreign key (programme_id, terms_change_id) references orders.terms_change
);
select platform.protect('orders.price_request');
create unique index price_request_open on orders.price_request (programme_id, assignment_id) where answered_on is null;

-- What was agreed with the client after the work began: the order shows the new figures, this table how they came about.
create table orders.order_change (
  programme_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  amount_before_yen bigint not null,
  amount_after_yen bigint not null check (amount_after_yen >= amount_before_yen),
  due_before date not null,
  due_after date not null,
  reason text not null check (reason <> ''),
  agreed_on date not null,
  agreed_by text not null,
  primary key (programme_id, id),
  foreign key (programme_id, order_id) references orders.client_order
);
select platform.protect('orders.order_change');
select platform.append_only('orders.order_change');
create index order_change_order on orders.order_change (programme_id, order_id, agreed_on);
