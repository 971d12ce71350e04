import { sql } from 'kysely'
import { ourTaxRounding, taxByRate } from '../../orders/rules/consumption-tax.ts'
import { paymentCategoryJa } from '../../orders/rules/payment-category.ts'
import type { Db } from '../../platform/db/db.ts'
import { negateYen, sumYen, type Yen, yen } from '../../units/yen.ts'
import { shared } from '../rules/shared-by-kind.ts'
import { unpaidOfYear } from './payment-records.ts'

/** What a 支払調書 of the year says of the fees of one 区分. */
interface FeesOfKind {
  /** As the tax office names it. */
  category: string
  paidBaseYen: number
  unpaidBaseYen: number
  /** Of what was paid, and of what is due and unpaid. */
  withholdingYen: number
  unpaidWithholdingYen: number
  /** Consumption tax of these fees, paid and unpaid. */
  taxYen: number
}

interface Counted {
  workerId: string
  rootId: string
  statementId: string
  /** −1 for what had been paid of a corrected chain before the year. */
  sign: 1 | -1
  isUnpaid: boolean
  withholdingYen: number
  taxRatePercent: number
  amountYen: Yen
  paymentCategory: string
  nameJa: string
}

/**
 * The fees that the 支払調書 of a year list, by worker and 区分: those from which tax is withheld, paid in the year or due in it and
 * unpaid. A correction counts with the difference to what was paid of its chain before the year. The tax of a statement is shared among
 * its kinds in the proportion of their fees, so that the kinds of a person come to what was withheld.
 */
export async function feesByKind(db: Db, year: number, workerIds: readonly string[]): Promise<Map<string, FeesOfKind[]>> {
  const { rows } = await sql<Counted>`
    with paid as (
      select s.worker_id, s.root_id, s.id, s.issued_at, s.withholding_yen, s.withholding_base_yen,
             t.paid_on >= make_date(${year}::int, 1, 1) as is_of_year
      from money.statement s
      join money.paid_part t on t.programme_id = s.programme_id and t.statement_id = s.id
      where s.worker_id = any(${workerIds}::uuid[]) and t.paid_on <= make_date(${year}::int, 12, 31)
    ), last as (
      select distinct on (root_id, is_of_year) * from paid order by root_id, is_of_year, issued_at desc
    ), counted as (
      select worker_id, root_id, id, withholding_yen, withholding_base_yen, case when is_of_year then 1 else -1 end as sign, false as is_unpaid
      from last l where is_of_year or exists (select from last y where y.root_id = l.root_id and y.is_of_year)
      union all
      select worker_id, id, id, withholding_yen, withholding_base_yen, 1, true
      from (${unpaidOfYear(year)}) u where u.worker_id = any(${workerIds}::uuid[])
    )
    select c.worker_id, c.root_id, c.id as statement_id, c.sign, c.is_unpaid, c.withholding_yen, p.tax_rate_percent, l.amount_yen,
           k.payment_category, k.name_ja
    from counted c
    -- Few statements are counted: their lines are looked up, not all lines joined.
    cross join lateral (
      select l.programme_id, l.submission_id, l.amount_yen from money.line_of_statement l
      where l.programme_id = platform.tenant() and l.statement_id = c.id and l.withholding = 'subject' offset 0
    ) l
    join money.payable p on p.programme_id = l.programme_id and p.submission_id = l.submission_id
    join orders.package g on g.programme_id = p.programme_id and g.id = p.package_id
    join orders.work_kind k on k.programme_id = g.programme_id and k.id = g.work_kind_id
    where c.withholding_base_yen <> 0`.execute(db)
  const found = new Map<string, FeesOfKind[]>()
  for (const [workerId, lines] of Map.groupBy(rows, (row) => row.workerId)) found.set(workerId, kindsOf(lines))
  return found
}

function kindsOf(lines: readonly Counted[]): FeesOfKind[] {
  const kinds = new Map<string, FeesOfKind>()
  for (const line of lines) {
    const category = paymentCategoryJa(line)
    kinds.set(category, { category, paidBaseYen: 0, unpaidBaseYen: 0, withholdingYen: 0, unpaidWithholdingYen: 0, taxYen: 0 })
  }
  const add = (category: string, what: Exclude<keyof FeesOfKind, 'category'>, amountYen: number): void => {
    const kind = kinds.get(category)
    if (kind) kind[what] += amountYen
  }
  for (const chain of Map.groupBy(lines, (line) => `${line.rootId} ${line.isUnpaid}`).values()) {
    const isUnpaid = chain.some((line) => line.isUnpaid)
    const fees = [...feesOf(chain)]
    for (const [category, feeYen] of fees) add(category, isUnpaid ? 'unpaidBaseYen' : 'paidBaseYen', feeYen)
    const shares = shared(
      withheldOf(chain),
      fees.map(([, feeYen]) => feeYen),
    )
    fees.forEach(([category], at) => add(category, isUnpaid ? 'unpaidWithholdingYen' : 'withholdingYen', shares[at] ?? 0))
    for (const [category, taxYen] of taxesOf(chain)) add(category, 'taxYen', taxYen)
  }
  return [...kinds.values()].toSorted((one, other) => (one.category < other.category ? -1 : 1))
}

/** The fees of each category, what was paid before taken away. */
function feesOf(lines: readonly Counted[]): Map<string, number> {
  const fees = new Map<string, number>()
  for (const line of lines) {
    const category = paymentCategoryJa(line)
    fees.set(category, (fees.get(category) ?? 0) + line.sign * line.amountYen)
  }
  return fees
}

/** The withheld tax of a chain's statements, each counted once however many lines it has. */
function withheldOf(lines: readonly Counted[]): Yen {
  const statements = new Map(lines.map((line) => [`${line.statementId} ${line.sign}`, yen(line.sign * line.withholdingYen)]))
  return sumYen(statements.values())
}

/** Consumption tax is rounded once for each rate of a statement, then shared among the categories of that rate. */
function* taxesOf(lines: readonly Counted[]): Generator<[category: string, taxYen: number]> {
  for (const statement of Map.groupBy(lines, (line) => `${line.statementId} ${line.sign}`).values()) {
    const [{ sign } = { sign: 1 }] = statement
    for (const { ratePercent, taxYen } of taxByRate(statement, ourTaxRounding)) {
      const ofRate = Map.groupBy(
        statement.filter((line) => line.taxRatePercent === ratePercent),
        paymentCategoryJa,
      )
      const fees = [...ofRate.values()].map((each) => sumYen(each.map((line) => line.amountYen)))
      const shares = shared(sign === 1 ? taxYen : negateYen(taxYen), fees)
      for (const [at, category] of [...ofRate.keys()].entries()) yield [category, shares[at] ?? 0]
    }
  }
}
