-- Locks: delivery.submission SHARE while an index is built, 0.5 s for 100,000 rows
-- Locks: money.payable SHARE while an index is built, 0.5 s for 100,000 rows
-- A worker's own pages ask for what one person handed in and is owed.
create index submission_worker on delivery.submission (programme_id, worker_id);
create index payable_worker on money.payable (programme_id, worker_id);
