-- Locks: programme.programme ACCESS EXCLUSIVE for an instant, a column with a default more

-- For how many days two persons open closed books again.
alter table programme.programme add column reopening_days smallint not null default 7 check (reopening_days between 1 and 31);
