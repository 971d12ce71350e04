import { Refused, type Action, type ActionContext } from '../../src/platform/action.ts'
import type { Actor } from '../../src/platform/access.ts'
import type { WriteContract } from '../../src/platform/contract.ts'
import type { z } from 'zod'
import { calendarDate } from '../../src/units/calendar-date.ts'
import { closeMonth } from '../../src/money/actions/close-month.ts'
import { approveBatch } from '../../src/money/actions/approve-batch.ts'
import { exportBatch } from '../../src/money/actions/export-batch.ts'
import { makeBatch } from '../../src/money/actions/make-batch.ts'
import { recordResults } from '../../src/money/actions/record-results.ts'
import { recordPayables } from '../../src/money/jobs.ts'
import { type EntryDay, placeOfConsequence } from '../../src/money/rules/period-lock.ts'
import { payOnOfClose, previewClose } from '../../src/money/store/closing.ts'
import { unposted } from '../../src/money/store/payables.ts'
import type { World } from './world.ts'
import type { DB } from '../../src/platform/db/schema.generated.ts'

type Output<C extends WriteContract> = z.input<C['output']>

/** Carries an action out or fails the test with its refusal. */
export async function done<C extends WriteContract>(
  context: ActionContext,
  action: Action<C>,
  input: z.input<C['input']>,
): Promise<Output<C>> {
  const result = await action.perform(context, input)
  if (result instanceof Refused) throw new Error(`${action.contract.name} refused: ${result.code} ${JSON.stringify(result.details)}`)
  return result
}

/** A world in which months can be paid: the operator has an account. */
export async function setOperatorAccount(world: World): Promise<void> {
  await world.inside(async (db) => {
    const account = {
      requesterCode: '0000012345',
      requesterKana: 'ｻﾞｲ)ｻﾝﾌﾟﾙｺｳｼﾔ',
      bankCode: '0143',
      bankName: '八十二長野',
      branchCode: '433',
      branchName: '塩尻',
      accountType: 'ordinary',
      accountNumber: '7654321',
    }
    await db
      .updateTable('programme.programme')
      .set({ bankAccount: JSON.stringify(account) })
      .where('programmeId', '=', world.programmeId)
      .execute()
  })
}

export async function clearOperatorAccount(world: World): Promise<void> {
  await world.inside(async (db) => {
    await db.updateTable('programme.programme').set({ bankAccount: null }).where('programmeId', '=', world.programmeId).execute()
  })
}

let accounts = 1_000_000
export async function giveAccount(
  world: World,
  workerId: string,
  recordedAt = '2026-11-01T00:00:00Z',
  accountNumber = String((accounts += 1)),
  recordedBy: string | null = null,
): Promise<void> {
  await world.insert('people.bank_account', {
    id: crypto.randomUUID(),
    workerId,
    bankCode: '0143',
    bankName: '八十二長野',
    branchCode: '483',
    branchName: '穂高',
    accountType: 'ordinary',
    accountNumber,
    holderKana: 'ﾃﾞﾓ ﾊﾅｺ',
    recordedAt,
    recordedBy,
  })
}

/** The day of an entry in books that nobody has closed. */
export const enteredOn = (day: string): EntryDay =>
  placeOfConsequence({ today: calendarDate(day), lockedOn: null, reopened: [] }, calendarDate(day)).entryOn

export const at =
  (world: World, instant: string, actor?: Actor) =>
  (db: Parameters<World['context']>[0]): ActionContext => {
    const now = new Date(instant)
    return { ...world.context(db, actor), now, today: calendarDate(instant.slice(0, 10)) }
  }

/** An accepted hand-in of a worker, with its payable. */
export async function payable(
  world: World,
  given: {
    workerId?: string
    units?: number
    unitPriceYen?: number
    receivedOn?: string
    withholding?: DB['orders.work_kind']['withholding']
    packageId?: string
  } = {},
): Promise<{ workerId: string; submissionId: string; packageId: string }> {
  const workerId = given.workerId ?? (await world.worker()).workerId
  const packageId =
    given.packageId ?? (await world.package({ workKindId: await world.workKind({ withholding: given.withholding ?? 'not-subject' }) }))
  const assignmentId = await world.assignment({
    workerId,
    packageId,
    units: given.units ?? 10,
    unitPriceYen: given.unitPriceYen ?? 120,
  })
  const receivedOn = given.receivedOn ?? '2026-10-15'
  const submissionId = await world.submission({
    assignmentId,
    receivedOn,
    receivedAt: `${receivedOn}T03:00:00Z`,
  })
  await world.acceptance(submissionId, { acceptedOn: receivedOn })
  await world.inside(async (db) => recordPayables(world.context(db), await unposted(db, submissionId)))
  return { workerId, submissionId, packageId }
}

/** What `close-month` is asked with when the person has seen the totals. */
export const closeInput = (world: World, month: string, instant: string) =>
  world.inside(async (db) => {
    const payOn = await payOnOfClose(db, calendarDate(month), calendarDate(instant.slice(0, 10)))
    const totals = await previewClose(db, calendarDate(month), payOn)
    const lateReason = totals.limitOn !== null && payOn > totals.limitOn ? '検査が遅れたため' : ''
    return { month, expectedLineCount: totals.lineCount, expectedNetYen: totals.netYen, leaveWaiting: true, lateReason }
  })

export async function closeMonthOf(world: World, month: string, instant: string): Promise<string> {
  const input = await closeInput(world, month, instant)
  const { closeId } = await world.inside((db) => done(at(world, instant)(db), closeMonth, input))
  return closeId
}

/** A batch of a close, by as many steps as are asked for. */
export async function batchOf(
  world: World,
  closeId: string,
  until: 'made' | 'approved' | 'exported' | 'recorded',
  instant = '2026-11-24T03:00:00Z',
  valueOn = '2026-11-25',
): Promise<string> {
  const maker = await world.person('office')
  const other = await world.person('office')
  const { batchId } = await world.inside((db) => done(at(world, instant, maker)(db), makeBatch, { closeId, valueOn }))
  if (until === 'made') return batchId
  await world.inside((db) => done(at(world, instant, other)(db), approveBatch, { batchId }))
  if (until === 'approved') return batchId
  await world.inside((db) => done(at(world, instant, other)(db), exportBatch, { batchId }))
  if (until === 'exported') return batchId
  await world.inside((db) => done(at(world, `${valueOn}T09:00:00Z`, other)(db), recordResults, { batchId, paidOn: valueOn, returned: [] }))
  return batchId
}
