-- Locks: orders.offer SHARE while an index is built, 0.5 s for 100,000 rows
-- Locks: orders.assignment SHARE while an index is built, 0.5 s for 100,000 rows
-- Who looks at the work of the last weeks need not read the years before.
create index offer_day on orders.offer (programme_id, offered_at) include (worker_id);
create index assignment_day on orders.assignment (programme_id, ordered_on);
