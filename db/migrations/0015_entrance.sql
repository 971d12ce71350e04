-- Locks: programme.programme SHARE ROW EXCLUSIVE for an instant, its triggers and what refers to it
-- Locks: programme.invitation ACCESS EXCLUSIVE for an instant, a policy more
-- Which programmes stand at the entrance of this installation, and in which order: whoever keeps the server says it. Public by nature, so
-- it has no tenant.
create table programme.entrance (
  id uuid primary key references programme.programme on delete cascade,
  position integer not null
);
create index entrance_order on programme.entrance (position, id);
insert into programme.entrance (id, position) select id, row_number() over (order by id) from platform.tenant_list;
-- A programme stands last until somebody moves it or takes it away.
create function programme.enter() returns trigger language plpgsql as $$
begin
  insert into programme.entrance (id, position) select new.programme_id, coalesce(max(position), 0) + 1 from programme.entrance;
  return new;
end $$;
create trigger enter after insert on programme.programme for each row execute function programme.enter();

-- Whom the keeper of the server lets open a programme, by a link. It comes before any tenant.
create table programme.opening_invitation (
  token_sha256 bytea primary key,
  email text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);

-- Whether somebody was invited is asked by their address before they belong to any tenant (closed sign-up).
create policy addressed on programme.invitation for select using (lower(email) = nullif(current_setting('kado.address', true), ''));
