-- Locks: none, one view.

-- People who took back that their municipality learns their name, and have not agreed again. Counts and sums go on counting them.
create view people.kept_from_city with (security_invoker = true) as
select programme_id, worker_id from people.consent where purpose = 'share-with-municipality'
group by programme_id, worker_id having bool_and(withdrawn_at is not null);
