import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { acceptOverdue } from '../../src/money/actions/accept-overdue.ts'
import { closeMonth } from '../../src/money/actions/close-month.ts'
import { correctStatement } from '../../src/money/actions/correct-statement.ts'
import { issueStatements } from '../../src/money/actions/issue-statements.ts'
import { lockYear } from '../../src/money/actions/lock-year.ts'
import { recordCost } from '../../src/money/actions/record-cost.ts'
import { recordReceipt } from '../../src/money/actions/record-receipt.ts'
import { recordResults } from '../../src/money/actions/record-results.ts'
import { recordReturn } from '../../src/money/actions/record-return.ts'
import { recordWithholdingPayment } from '../../src/money/actions/record-withholding-payment.ts'
import { reverseEntry } from '../../src/money/actions/reverse-entry.ts'
import { recordPayables, recordSale } from '../../src/money/jobs.ts'
import { checksOfMonth } from '../../src/money/store/close-checks.ts'
import { findImbalances } from '../../src/money/store/journal.ts'
import { unposted } from '../../src/money/store/payables.ts'
import { readLock } from '../../src/money/store/period-locks.ts'
import { withheldMonths } from '../../src/money/store/withholding.ts'
import { type ActionContext, newId, Refused } from '../../src/platform/action.ts'
import { addDays, type CalendarDate, calendarDate } from '../../src/units/calendar-date.ts'
import { formatWareki } from '../../src/units/wareki.ts'
import { deliverAndAccept, invoiceFor } from '../support/money-clients.ts'
import { at, batchOf, closeInput, closeMonthOf, giveAccount, payable, setOperatorAccount } from '../support/money.ts'
import { createProgramme, createWorld, type World } from '../support/world.ts'

/** Once something of the day is arranged and the books are locked: the act that puts it into them. Null for what gives no answer. */
type Act = (context: ActionContext, lateReason: string) => Promise<unknown>
interface Walk {
  /** People say why it comes late; what follows from another act needs no reason. */
  readonly asks: boolean
  /** The day that its entries name, where it is not the day of the act. */
  readonly namedDay?: CalendarDate
  readonly arrange: (world: World, day: string) => Promise<Act>
}

const firstDay = calendarDate('2026-11-25')
const today = '2027-05-20'
const instant = `${today}T03:00:00Z`

async function transferOf(world: World, until: 'exported' | 'recorded') {
  await setOperatorAccount(world)
  const { workerId } = await payable(world, { withholding: 'subject', units: 100 })
  await giveAccount(world, workerId)
  const batchId = await batchOf(world, await closeMonthOf(world, '2026-10-01', '2026-11-20T03:00:00Z'), until)
  const query = world.inside((db) => db.selectFrom('money.transfer').select('id').where('batchId', '=', batchId).executeTakeFirstOrThrow())
  return { batchId, transferId: (await query).id }
}

const record = (context: ActionContext, submissionId: string | null) =>
  unposted(context.db, submissionId).then((work) => recordPayables(context, work))

const walks: Record<string, Walk> = {
  'record-cost': {
    asks: true,
    arrange: async (_, paidOn) => (context, lateReason) =>
      recordCost.perform(context, { paidOn, amountYen: 500, description: '切手', lateReason }),
  },
  'reverse-entry': {
    asks: false,
    arrange: async (world, paidOn) => {
      const made = await world.inside((db) =>
        recordCost.perform(at(world, '2026-12-01T03:00:00Z')(db), { paidOn, amountYen: 500, description: '切手' }),
      )
      if (made instanceof Refused) throw new Error(made.code)
      const query = world.inside((db) =>
        db.selectFrom('money.entry').select('id').where('sourceId', '=', made.costId).executeTakeFirstOrThrow(),
      )
      const { id: entryId } = await query
      return (context) => reverseEntry.perform(context, { entryId, reason: '二重' })
    },
  },
  'record-receipt': {
    asks: true,
    arrange: async (world, receivedOn) => {
      await setOperatorAccount(world)
      const invoiceId = await invoiceFor(world)
      return (context, lateReason) => recordReceipt.perform(context, { invoiceId, receivedOn, amountYen: 1_000, lateReason })
    },
  },
  'record-results': {
    asks: false,
    arrange: async (world, paidOn) => {
      const { batchId } = await transferOf(world, 'exported')
      return (context) => recordResults.perform(context, { batchId, paidOn, returned: [], feeYen: 330 })
    },
  },
  'record-return': {
    asks: true,
    arrange: async (world, returnedOn) => {
      const { transferId } = await transferOf(world, 'recorded')
      return (context, lateReason) => recordReturn.perform(context, { transferId, returnedOn, note: '', feeYen: 440, lateReason })
    },
  },
  'record-withholding-payment': {
    asks: true,
    arrange: async (world, paidOn) => {
      await transferOf(world, 'recorded')
      return (context, lateReason) => recordWithholdingPayment.perform(context, { month: '2026-11-01', paidOn, lateReason })
    },
  },
  'correct-statement': {
    asks: false,
    arrange: async (world, receivedOn) => {
      await setOperatorAccount(world)
      const { submissionId } = await payable(world, { receivedOn })
      const closeId = await closeMonthOf(world, '2026-11-01', '2026-12-01T03:00:00Z')
      await world.inside((db) => issueStatements.perform(at(world, '2026-12-01T03:00:00Z')(db), { closeId, limit: 10 }))
      const query = world.inside((db) =>
        db.selectFrom('money.statement').select('id').where('closeId', '=', closeId).executeTakeFirstOrThrow(),
      )
      const { id: statementId } = await query
      const line = { submissionId, amountYen: 9_000, withholding: 'not-subject' as const }
      return (context) => correctStatement.perform(context, { statementId, reason: '数え落とし', lines: [line] })
    },
  },
  'close-month': {
    asks: false,
    namedDay: calendarDate('2026-11-30'),
    arrange: async (world, receivedOn) => {
      await payable(world, { receivedOn })
      const input = await closeInput(world, '2026-11-01', instant)
      return (context) => closeMonth.perform(context, input)
    },
  },
  'accept-overdue': {
    asks: false,
    arrange: async (world, receivedOn) => {
      await world.submission({ receivedOn, receivedAt: `${receivedOn}T03:00:00Z` })
      return async (context) => {
        const accepted = await acceptOverdue.perform(context, { month: '2026-11-01' })
        await record(context, null)
        return accepted
      }
    },
  },
  'an acceptance': {
    asks: false,
    arrange: async (world, receivedOn) => {
      const submissionId = await world.submission({ receivedOn, receivedAt: `${receivedOn}T03:00:00Z` })
      return async (context) => {
        const acceptance = { programmeId: world.programmeId, submissionId, acceptedOn: today, acceptedBy: 'system', firstPass: true }
        await context.db.insertInto('delivery.acceptance').values(acceptance).execute()
        return record(context, submissionId)
      }
    },
  },
  "a client's acceptance": {
    asks: false,
    arrange: async (world, acceptedOn) => {
      const { deliveryId } = await deliverAndAccept(world, { acceptedOn, isSale: false })
      return (context) => recordSale(context, deliveryId)
    },
  },
}

const locks = {
  'a closed month': async (world: World) => {
    await payable(world, { receivedOn: '2026-11-02' })
    await closeMonthOf(world, '2026-11-01', '2026-12-01T05:00:00Z')
  },
  'an evaluated year': (world: World) => world.inside((db) => lockYear(world.context(db), 2026, newId())),
}

let opened: World
beforeAll(async () => {
  opened = await createWorld({ today: '2026-11-20' })
})
afterAll(() => opened.close())

const entriesOf = (world: World) =>
  world.inside((db) => db.selectFrom('money.entry').select(['id', 'entryOn', 'description']).orderBy('id').execute())

describe.each(Object.entries(locks))('%s takes no entry', (_, lock) => {
  it.each(Object.entries(walks))('of %s', { timeout: 120_000 }, async (name, walk) => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 5 }), async (offset) => {
        const day = addDays(firstDay, offset)
        const world = await createProgramme(opened.database, { today: '2026-11-20' })
        // A close takes all of its month, so what a second one takes comes after it.
        if (name === 'close-month') await lock(world)
        const act = await walk.arrange(world, day)
        if (name !== 'close-month') await lock(world)
        const lockedOn = (await world.inside((db) => readLock(db, calendarDate(today)))).lockedOn ?? ''
        expect(lockedOn >= day).toBe(true)
        const before = await entriesOf(world)
        if (walk.asks) {
          const refused = await world.inside((db) => act(at(world, instant)(db), ''))
          expect(refused).toMatchObject({ code: 'period-closed', details: { lockedOn } })
          expect(await entriesOf(world)).toEqual(before)
        }
        const done = await world.inside((db) => act(at(world, instant)(db), '通知が遅れた'))
        expect(done instanceof Refused ? done.code : 'done').toBe('done')
        const known = new Set(before.map((entry) => entry.id))
        const made = (await entriesOf(world)).filter((entry) => !known.has(entry.id))
        expect(made.length).toBeGreaterThan(0)
        for (const entry of made) {
          expect(entry.entryOn).toBe(today)
          expect(entry.description).toMatch(/令和[0-9元]+年[0-9]+月[0-9]+日分/)
        }
        expect(made.some((entry) => entry.description.includes(formatWareki(walk.namedDay ?? day)))).toBe(true)
        expect(await world.inside(findImbalances)).toEqual([])
      }),
      { numRuns: 2 },
    )
  })
})

describe('every action that posts', () => {
  it('is among these', () => {
    const folder = new URL('../../src/money/actions/', import.meta.url)
    const posting = readdirSync(folder).filter(
      (name) => !name.endsWith('.test.ts') && readFileSync(new URL(name, folder), 'utf8').includes('/journal.ts'),
    )
    expect(posting.map((name) => name.replace('.ts', '')).filter((name) => !(name in walks))).toEqual([])
  })
})

describe('what is recorded late', () => {
  it('keeps its own month for the tax office, and the checks of its close agree', async () => {
    const world = await createProgramme(opened.database, { today: '2026-11-20' })
    const late = await walks['record-results']?.arrange(world, '2026-11-25')
    await locks['a closed month'](world)
    await world.inside((db) => late?.(at(world, instant)(db), '通知が遅れた') ?? Promise.reject(new Error('no act')))
    expect((await world.inside(withheldMonths)).map((row) => [row.month, row.withheldYen])).toEqual([['2026-11-01', 1_225]])
    const accepted = await walks['an acceptance']?.arrange(world, '2026-11-28')
    await world.inside((db) => accepted?.(at(world, instant)(db), '') ?? Promise.reject(new Error('no act')))
    const checks = await world.inside((db) => checksOfMonth(db, calendarDate('2026-11-01')))
    const [accepting, recorded, posted] = checks.map((check) => check.yen)
    expect([recorded, posted]).toEqual([accepting, accepting])
  })
})
