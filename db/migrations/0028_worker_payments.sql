-- Locks: none that matter, rows of sums are changed one by one
-- What reached a worker, or came back, by the day on which it did: closed books put the entry on a later day, which moves no pay into
-- another year.
create view money.worker_payment with (security_invoker = true) as
select p.programme_id, p.entry_id, p.line, p.worker_id, p.debit_yen - p.credit_yen as paid_yen, coalesce(r.result_on, e.entry_on) as paid_on
from money.posting p
join money.entry e on e.programme_id = p.programme_id and e.id = p.entry_id
left join money.transfer_result r on r.programme_id = e.programme_id and r.transfer_id = e.source_id
  and r.result = case e.kind when 'transfer' then 'paid' else 'returned' end
where p.account = 'accounts-payable' and e.kind in ('transfer', 'returned-transfer');
-- The kept sums count by that day from now on. A fiscal year begins in April.
do $$
declare tenant uuid;
begin
  for tenant in select id from platform.tenant_list loop
    perform set_config('kado.programme', tenant::text, true);
    with paid as (
      select programme_id, worker_id, extract(year from paid_on - interval '3 months')::int as fiscal_year, sum(paid_yen)::bigint as paid_yen
      from money.worker_payment where programme_id = tenant and worker_id is not null group by 1, 2, 3
    ), moved as (
      update money.worker_year y set paid_yen = coalesce((select p.paid_yen from paid p
        where p.worker_id = y.worker_id and p.fiscal_year = y.fiscal_year), 0)
      where y.programme_id = tenant and y.paid_yen <> coalesce((select p.paid_yen from paid p
        where p.worker_id = y.worker_id and p.fiscal_year = y.fiscal_year), 0)
    )
    insert into money.worker_year (programme_id, fiscal_year, worker_id, municipality_id, paid_yen)
    select p.programme_id, p.fiscal_year, p.worker_id, w.municipality_id, p.paid_yen
    from paid p join people.worker w on w.programme_id = p.programme_id and w.id = p.worker_id
    where not exists (select from money.worker_year y
      where y.programme_id = p.programme_id and y.worker_id = p.worker_id and y.fiscal_year = p.fiscal_year);
  end loop;
  perform set_config('kado.programme', '', true);
end $$;
