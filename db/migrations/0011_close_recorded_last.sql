-- Locks: money.statement ACCESS EXCLUSIVE for an instant
-- A close makes its statements in portions and knows their totals only at the end, so its own row is inserted last.
alter table money.statement alter constraint statement_programme_id_close_id_fkey deferrable initially deferred;
