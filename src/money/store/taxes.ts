import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { Db } from '../../platform/db/db.ts'
import { type CalendarDate, yearOf } from '../../units/calendar-date.ts'
import { paymentRecordsCsv } from '../rules/payment-records-csv.ts'
import { paymentRecordsDueOn, withheldState } from '../rules/tax-calendar.ts'
import { withholdingDueOn } from '../rules/withholding.ts'
import type { taxEntries } from '../contract/taxes.ts'
import { countYearsOfWorkers, listYearsOfWorkers, yearsWithPayments } from './payment-records.ts'
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
  const counts = await countYearsOfWorkers(db, { ...question, year })
  const rows = page.rows.map((row) => ({
    id: row.id,
    workerNumber: row.workerNumber,
    workerName: row.workerName,
    kinds: row.kinds,
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
    total: counts.total,
    year,
    isOver: yearOf(today) > year,
    dueOn: paymentRecordsDueOn(year),
    neededCount: counts.needed,
    missingCount: counts.missing,
    years: await yearsWithPayments(db),
  }
}

const mostInFile = 100_000

export async function paymentRecordsFile(db: Db, year: number) {
  const { rows } = await listYearsOfWorkers(db, { year, search: '', needed: true, cursor: null, limit: mostInFile })
  const bytes = Buffer.from(paymentRecordsCsv(rows), 'utf8')
  return {
    name: `payment-records-${year}.csv`,
    mediaType: 'text/csv',
    base64: bytes.toString('base64'),
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }
}
