import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { Db } from '../../platform/db/db.ts'
import { type CalendarDate, yearOf } from '../../units/calendar-date.ts'
import { paymentRecordsCsv } from '../rules/payment-records-csv.ts'
import { paymentRecordsDueOn, withheldState } from '../rules/tax-calendar.ts'
import { withholdingDueOn } from '../rules/withholding.ts'
import type { taxEntries } from '../contract/taxes.ts'
import { operatorAccount } from './operator-account.ts'
import { operatorParty } from './parties.ts'
import { feesByKind } from './fees-by-kind.ts'
import { listYearsOfWorkers, yearsWithPayments } from './payment-records.ts'
import { withheldMonths } from './withholding.ts'

/** Months with withheld tax, each with its due day and where it stands. */
export async function readWithheldMonths(db: Db, today: CalendarDate) {
  return (await withheldMonths(db)).map(({ paidYen, ...month }) => {
    const openYen = month.withheldYen - paidYen
    return { ...month, openYen, dueOn: withholdingDueOn(month.month), state: withheldState(month.month, openYen, today) }
  })
}

/** A page of the payments of a calendar year; without a year that of the last one that is over. */
export async function readPaymentRecords(db: Db, today: CalendarDate, question: z.output<(typeof taxEntries)['payment-records']['input']>) {
  const year = question.year ?? yearOf(today) - 1
  const page = await listYearsOfWorkers(db, { ...question, year })
  const ids = page.rows.map((row) => row.id)
  const [ofKinds, years] = await Promise.all([feesByKind(db, year, ids), yearsWithPayments(db)])
  const rows = page.rows.map((row) => ({
    id: row.id,
    workerNumber: row.workerNumber,
    workerName: row.workerName,
    kinds: (ofKinds.get(row.id) ?? []).map((kind) => kind.category).join('、'),
    byKind: (ofKinds.get(row.id) ?? []).map((kind) => ({
      category: kind.category,
      baseYen: kind.paidBaseYen + kind.unpaidBaseYen,
      withholdingYen: kind.withholdingYen + kind.unpaidWithholdingYen,
    })),
    feeYen: row.feeYen,
    taxYen: row.taxYen,
    baseYen: row.paidBaseYen + row.unpaidBaseYen,
    withholdingYen: row.withholdingYen + row.unpaidWithholdingYen,
    unpaidBaseYen: row.unpaidBaseYen,
    netYen: row.netYen,
    isNeeded: row.isNeeded,
    documentId: row.documentId,
  }))
  return {
    rows,
    next: page.next,
    total: page.total,
    year,
    isOver: yearOf(today) > year,
    dueOn: paymentRecordsDueOn(year),
    neededCount: page.neededCount,
    missingCount: page.missingCount,
    years,
  }
}

const mostInFile = 100_000

export async function paymentRecordsFile(db: Db, year: number) {
  const { rows } = await listYearsOfWorkers(db, { year, search: '', needed: true, cursor: null, limit: mostInFile })
  const ofKinds = await feesByKind(
    db,
    year,
    rows.map((row) => row.id),
  )
  const { address, name } = await operatorParty(db)
  const { invoiceNumber } = await operatorAccount(db)
  // A corporation's registration number is T and its 法人番号.
  const payer = { name, address: address ?? '', corporateNumber: invoiceNumber?.slice(1) ?? '' }
  const listed = rows.flatMap(({ id, workerNumber, workerName, address: home }) =>
    (ofKinds.get(id) ?? []).map((kind) => ({ workerNumber, workerName, address: home, ...kind })),
  )
  const bytes = Buffer.from(paymentRecordsCsv(listed, payer), 'utf8')
  return {
    name: `payment-records-${year}.csv`,
    mediaType: 'text/csv',
    base64: bytes.toString('base64'),
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }
}
