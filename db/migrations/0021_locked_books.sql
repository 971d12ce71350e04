-- Locks: money.operating_cost ACCESS EXCLUSIVE while its rows are sealed anew, 2 s for 300,000 rows
-- Locks: money.batch_download ACCESS EXCLUSIVE for an instant, a check less
-- Fiscal years of which an evaluation was published: its area tells the books, which lock them.
create table money.evaluated_year (
  programme_id uuid not null,
  fiscal_year integer not null,
  municipality_id uuid not null,
  evaluated_at timestamptz not null,
  primary key (programme_id, fiscal_year, municipality_id)
);
select platform.protect('money.evaluated_year');
do $$
declare tenant uuid;
begin
  for tenant in select id from platform.tenant_list loop
    perform set_config('kado.programme', tenant::text, true);
    insert into money.evaluated_year (programme_id, fiscal_year, municipality_id, evaluated_at)
    select s.programme_id, s.fiscal_year, s.municipality_id, min(v.published_at)
    from indicators.sheet_version v join indicators.sheet s on s.programme_id = v.programme_id and s.id = v.sheet_id
    where s.programme_id = tenant group by 1, 2, 3;
  end loop;
  perform set_config('kado.programme', '', true);
end $$;
select platform.append_only('money.evaluated_year');
select platform.seal_table('money.evaluated_year');

-- What a cost was for and from whom. A cost of a locked period stands in the books of the day on which it was recorded, with the reason.
alter table money.operating_cost
  add column tax_rate_percent integer,
  add column supplier text not null default '',
  add column kind text not null default 'other',
  add column order_id uuid,
  add column receipt_file_id uuid,
  add column late_reason text not null default '';
create index operating_cost_day on money.operating_cost (programme_id, paid_on, amount_yen);
select platform.seal_table('money.operating_cost');
-- The first time needs no reason.
alter table money.batch_download drop constraint batch_download_reason_check;
