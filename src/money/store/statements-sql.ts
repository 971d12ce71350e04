import { type RawBuilder, sql } from 'kysely'
import { type CalendarDate, validOn } from '../../units/calendar-date.ts'
import { transitionalCredits } from '../rules/transitional-credit.ts'
import { withholdingRates } from '../rules/withholding.ts'

/** Bands of the withholding rates as `rules/withholding.ts` applies them: the lower rate up to this sum. */
const lowerBandYen = 1_000_000

/**
 * The lines that a close up to a day would take, and the statements that they make: `line` (one each payable) and `made`
 * (one each statement), to follow `with`. It says in sets what `makeStatement` says for one worker; a property test holds
 * the two together. A statement holds lines of one registration and one rate of credit.
 */
export function statementsUpTo(closeOn: CalendarDate, payOn: CalendarDate): RawBuilder<unknown> {
  const credits = JSON.stringify(transitionalCredits)
  const rate = validOn(withholdingRates, payOn)
  if (!rate) throw new RangeError(`no withholding rate for ${payOn}`)
  return sql`
    credit as (select * from jsonb_to_recordset(${credits}::jsonb) as c("ratePercent" int, "validFrom" date, "validTo" date)),
    line as materialized (
      select p.submission_id, p.worker_id, p.amount_yen, p.tax_rate_percent, p.received_on, p.pay_on, w.municipality_id, w.kind,
             coalesce(r.number, '') as registration,
             case when r.number is not null then 100 else coalesce(c."ratePercent", 100) end as credit_percent,
             case when p.withholding <> 'undecided' then p.withholding else coalesce((
               select d.withholding from money.withholding_decision d
               join orders.package k on k.programme_id = d.programme_id and k.work_kind_id = d.work_kind_id
               where k.id = p.package_id order by d.decided_at desc, d.id desc limit 1), 'undecided') end as withholding
      from money.payable p
      join people.worker w on w.programme_id = p.programme_id and w.id = p.worker_id
      left join lateral (
        select i.number from people.invoice_registration i
        where i.programme_id = p.programme_id and i.worker_id = p.worker_id and i.valid_from <= p.received_on and (i.valid_to is null or p.received_on <= i.valid_to)
        order by i.recorded_at desc limit 1
      ) r on true
      left join credit c on c."validFrom" <= p.received_on and (c."validTo" is null or p.received_on <= c."validTo")
      where p.received_on <= ${closeOn}::date
        and not exists (select from money.statement_line l where l.programme_id = p.programme_id and l.submission_id = p.submission_id)
    ),
    by_rate as (
      select worker_id, registration, credit_percent, tax_rate_percent, sum(amount_yen)::bigint as base_yen,
             coalesce(sum(amount_yen) filter (where withholding = 'subject' and kind = 'individual'), 0)::bigint as subject_yen, count(*)::int as line_count
      from line group by 1, 2, 3, 4
    ),
    summed as (
      select worker_id, registration, credit_percent, sum(base_yen)::bigint as subtotal_yen, sum(base_yen * tax_rate_percent / 100)::bigint as tax_yen,
             sum(subject_yen)::bigint as subject_yen, sum(line_count)::int as line_count
      from by_rate group by 1, 2, 3
    ),
    made as materialized (
      select s.*, tax_yen * credit_percent / 100 as creditable_yen,
             case when subject_yen <= ${lowerBandYen} then subject_yen * ${Number(rate.tenThousandths)} / 10000
                  else (subject_yen - ${lowerBandYen}) * ${Number(rate.overTenThousandths)} / 10000 + ${lowerBandYen}::bigint * ${Number(rate.tenThousandths)} / 10000 end as withholding_yen
      from summed s
    )`
}
