-- Locks: money.statement exclusively for the moment in which the catalogue is changed; no row is read or written.
-- A close makes its statements in portions and knows their totals only at the end, so its own row is inserted last.
alter table money.statement alter constraint statement_programme_id_close_id_fkey deferrable initially deferred;
