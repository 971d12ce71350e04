import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import { execute, type Action } from '../../src/platform/action.ts'
import type { WriteContract } from '../../src/platform/contract.ts'
import type { Database } from '../../src/platform/db/db.ts'
import { faultPoint } from '../../src/platform/fault-point.ts'
import { deliverEvent } from '../../src/platform/reactions.ts'
import { approveBatch } from '../../src/money/actions/approve-batch.ts'
import { closeMonth } from '../../src/money/actions/close-month.ts'
import { exportBatch } from '../../src/money/actions/export-batch.ts'
import { makeBatch } from '../../src/money/actions/make-batch.ts'
import { recordResults } from '../../src/money/actions/record-results.ts'
import { jobs, reactions } from '../../src/money/jobs.ts'
import { payOnOfClose, previewClose } from '../../src/money/store/closing.ts'
import { calendarDate } from '../../src/units/calendar-date.ts'

export interface Month {
  programmeId: string
  /** Two people of the office. */
  maker: string
  approver: string
  /** Where the client remembers what it has sent, as a screen does until it is answered. */
  folder: string
}

/** The points between the steps, beside those inside the actions: the money has moved, the answer is lost. */
export const answeredPoints = ['close', 'batch', 'approval', 'export', 'results'].map((step) => `test.${step}.answered`)

const closedAt = new Date('2026-11-16T03:00:00Z')

/**
 * Pays October from the accepted hand-ins to the results of the bank, through the door that people use. It may die
 * anywhere and be called again: every request is repeated with the key and the input that it had the first time.
 */
export async function payMonth(database: Database, month: Month): Promise<void> {
  const { programmeId, maker, approver } = month
  const events = await database.transaction({ programmeId, userId: null }, (db) =>
    db.selectFrom('platform.outbox').select(['id', 'event']).where('event', '=', 'deliverable.accepted').execute(),
  )
  for (const { id, event } of events) await deliverEvent(database, reactions, { programmeId, id, event })

  const closing = await remembered(month, 'close', () =>
    database.transaction({ programmeId, userId: null }, async (db) => {
      const totals = await previewClose(
        db,
        calendarDate('2026-10-01'),
        await payOnOfClose(db, calendarDate('2026-10-01'), calendarDate('2026-11-16')),
      )
      return { month: '2026-10-01', expectedLineCount: totals.lineCount, expectedNetYen: totals.netYen, leaveWaiting: true }
    }),
  )
  const { closeId } = await send(database, month, closeMonth, maker, 'close', closing, closedAt)
  const { batchId } = await send(database, month, makeBatch, maker, 'batch', { closeId, valueOn: '2026-11-25' }, closedAt)
  await send(database, month, approveBatch, approver, 'approval', { batchId }, closedAt)
  await send(database, month, exportBatch, approver, 'export', { batchId }, closedAt)
  await send(
    database,
    month,
    recordResults,
    approver,
    'results',
    { batchId, paidOn: '2026-11-25', returned: [] },
    new Date('2026-11-25T09:00:00Z'),
  )
  for (const job of jobs) await job.run(database, { programmeId, closeId })
}

async function send<C extends WriteContract>(
  database: Database,
  { programmeId }: Month,
  action: Action<C>,
  userId: string,
  step: string,
  input: z.input<C['input']>,
  now: Date,
) {
  const actor = { userId, grants: [{ role: 'office' as const, scopeKind: 'programme' as const, scopeId: programmeId }], fresh: true }
  const result = await execute(database, action, { programmeId, key: `october-${step}`, input, now }, async () => actor, userId)
  if (!result.ok) throw new Error(`${step} refused: ${result.refusal.code}`)
  faultPoint(`test.${step}.answered`)
  return result.output
}

async function remembered<T>({ folder, programmeId }: Month, step: string, make: () => Promise<T>): Promise<T> {
  const file = join(folder, `${programmeId}-${step}.json`)
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as T
  const made = await make()
  // Renamed, so that a crash in the middle leaves the whole or nothing.
  writeFileSync(`${file}.new`, JSON.stringify(made))
  renameSync(`${file}.new`, file)
  return made
}
