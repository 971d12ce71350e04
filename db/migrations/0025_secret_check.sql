-- Locks: none, the table is new.
-- By what a start knows that its secret is the one of this database: an HMAC made with it (src/platform/proof/secret-check.ts).
create table platform.secret_check (
  is_only boolean primary key default true check (is_only),
  value text not null
);
