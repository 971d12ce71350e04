-- Locks: none that matter, the table is new and the postings are only read
-- What each account came to on each day, kept by the statement that posts: balances never scan the ledger. It has no seal, because the proof of
-- the books reckons it anew from the sealed postings.
create table money.account_day (
  programme_id uuid not null,
  account text not null,
  entry_on date not null,
  debit_yen bigint not null,
  credit_yen bigint not null,
  primary key (programme_id, account, entry_on)
);
select platform.protect('money.account_day');
-- Row-level security holds for the owner too, so each programme's are written apart.
do $$
declare tenant uuid;
begin
  for tenant in select id from platform.tenant_list loop
    perform set_config('kado.programme', tenant::text, true);
    insert into money.account_day (programme_id, account, entry_on, debit_yen, credit_yen)
    select p.programme_id, p.account, e.entry_on, sum(p.debit_yen), sum(p.credit_yen)
    from money.posting p join money.entry e on e.programme_id = p.programme_id and e.id = p.entry_id
    where p.programme_id = tenant group by 1, 2, 3;
  end loop;
  perform set_config('kado.programme', '', true);
end $$;
