import { randomBytes } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { at, batchOf, closeMonthOf, done, giveAccount, payable, setOperatorAccount } from '../../../test/support/money.ts'
import { createWorld, type World } from '../../../test/support/world.ts'
import type { Actor } from '../../platform/access.ts'
import { newId, Refused } from '../../platform/action.ts'
import { grantRole } from '../../programme/actions/grant-role.ts'
import { makeResetLink } from '../../programme/actions/make-reset-link.ts'
import { approveBatch } from './approve-batch.ts'
import { exportBatch } from './export-batch.ts'
import { makeBatch } from './make-batch.ts'
import { rejectBatch } from './reject-batch.ts'

const instant = '2026-11-20T03:00:00Z'
const newToken = () => randomBytes(32).toString('base64url')

async function made(world: World, until: 'made' | 'approved' = 'made'): Promise<string> {
  await setOperatorAccount(world)
  const { workerId } = await payable(world)
  await giveAccount(world, workerId)
  return batchOf(world, await closeMonthOf(world, '2026-10-01', instant), until)
}

actionSuite(approveBatch, {
  arrange: async (world) => ({ actor: await world.person('office'), input: { batchId: await made(world) } }),
  check: async (world, output) => {
    const rows = await world.inside((db) =>
      db.selectFrom('money.batch_approval').selectAll().where('batchId', '=', output.batchId).execute(),
    )
    expect(rows).toHaveLength(1)
  },
  refusals: {
    'own-batch': async (world) => {
      const batchId = await made(world)
      const { madeBy } = await world.inside((db) =>
        db.selectFrom('money.transfer_batch').select('madeBy').where('id', '=', batchId).executeTakeFirstOrThrow(),
      )
      return { actor: { ...(await world.person('office')), userId: madeBy }, input: { batchId } }
    },
    'already-approved': async (world) => ({ actor: await world.person('office'), input: { batchId: await made(world, 'approved') } }),
    'batch-refused': async (world) => {
      const batchId = await made(world)
      await world.inside((db) => done(at(world, instant)(db), rejectBatch, { batchId, reason: 'x' }))
      return { actor: await world.person('office'), input: { batchId } }
    },
    'account-just-changed': async (world) => {
      const batchId = await made(world)
      const approver = await world.person('office')
      const administrator = await world.person('administrator')
      await world.inside((db) => done(world.context(db, administrator), makeResetLink, { userId: approver.userId, token: newToken() }))
      return { actor: approver, input: { batchId } }
    },
    'recorded-the-account': async (world) => {
      await setOperatorAccount(world)
      const { workerId } = await payable(world)
      const actor = await world.person('office')
      await giveAccount(world, workerId, '2026-11-01T00:00:00Z', '1234567', actor.userId)
      return { actor, input: { batchId: await batchOf(world, await closeMonthOf(world, '2026-10-01', instant), 'made') } }
    },
  },
})

describe('two persons are two people', () => {
  let world: World
  beforeEach(async () => {
    world = await createWorld()
  })

  const approve = (actor: Actor, batchId: string, when = '2026-11-24T03:00:00Z') =>
    world.inside((db) => approveBatch.perform(at(world, when, actor)(db), { batchId }))
  const codeOf = (result: unknown) => (result instanceof Refused ? result.code : 'done')
  const export_ = (actor: Actor, batchId: string) =>
    world.inside((db) => exportBatch.perform(at(world, '2026-11-24T04:00:00Z', actor)(db), { batchId }))
  const grant = (actor: Actor, userId: string, role: 'office' | 'leader', when = '2026-11-24T02:00:00Z') =>
    world.inside((db) =>
      grantRole.perform(at(world, when, actor)(db), { userId, role, scopeKind: 'programme', scopeId: world.programmeId } as never),
    )
  const note = (userId: string, kind: 'reset-link' | 'password' | 'second-factor', changedAt: string) =>
    world.inside(async (db) => void (await db.insertInto('platform.account_change').values({ userId, kind, changedAt }).execute()))

  it('an administrator who gives herself the office does not become the second of two', async () => {
    const batchId = await made(world)
    const administrator = await world.person('administrator')
    await grant(administrator, administrator.userId, 'office')
    const result = await approve(administrator, batchId)
    expect(result).toMatchObject({ code: 'account-just-changed', details: { until: '2026-11-27T02:00:00.000Z' } })
    expect(codeOf(await approve(administrator, batchId, '2026-11-27T01:59:59Z'))).toBe('account-just-changed')
    expect(codeOf(await approve(administrator, batchId, '2026-11-27T02:00:00Z'))).toBe('done')
  })

  it.each(['reset-link', 'password', 'second-factor'] as const)('nor does an account with a %s that is new', async (kind) => {
    const batchId = await made(world)
    const approver = await world.person('office')
    await note(approver.userId, kind, '2026-11-22T00:00:00Z')
    expect(codeOf(await approve(approver, batchId))).toBe('account-just-changed')
    expect(codeOf(await approve(await world.person('office'), batchId))).toBe('done')
  })

  it('a batch made by such an account needs a third person', async () => {
    await setOperatorAccount(world)
    const { workerId } = await payable(world)
    await giveAccount(world, workerId)
    const closeId = await closeMonthOf(world, '2026-10-01', instant)
    const [taken, first, third] = [await world.person('office'), await world.person('office'), await world.person('office')]
    await note(taken.userId, 'password', '2026-11-23T00:00:00Z')
    const { batchId } = await world.inside((db) =>
      done(at(world, '2026-11-24T01:00:00Z', taken)(db), makeBatch, { closeId, valueOn: '2026-11-25' }),
    )
    expect(codeOf(await approve(first, batchId))).toBe('done')
    expect(codeOf(await export_(first, batchId))).toBe('not-approved')
    expect(codeOf(await approve(first, batchId))).toBe('already-approved')
    expect(codeOf(await approve(third, batchId))).toBe('done')
    expect(codeOf(await export_(first, batchId))).toBe('done')
  })

  it('the time of rest is data: a longer one counts at once', async () => {
    const batchId = await made(world)
    const approver = await world.person('office')
    await note(approver.userId, 'password', '2026-11-18T00:00:00Z')
    await world.insert('programme.approval_rest', { id: newId(), hours: 240, setAt: '2026-11-20T00:00:00Z', setBy: 'x' })
    expect(codeOf(await approve(approver, batchId))).toBe('account-just-changed')
  })

  it('everybody of the office hears of it', async () => {
    const office = [await world.person('office'), await world.person('office')]
    const administrator = await world.person('administrator')
    await world.inside((db) =>
      done(world.context(db, administrator), makeResetLink, { userId: office[0]?.userId ?? '', token: newToken() }),
    )
    await grant(administrator, administrator.userId, 'office')
    const news = await world.inside((db) =>
      db.selectFrom('platform.notification').select(['userId', 'data']).where('kind', '=', 'programme.access-changed').execute(),
    )
    for (const { userId } of office) expect(news.filter((row) => row.userId === userId)).toHaveLength(2)
    expect(news.map((row) => row.data)).toContainEqual({ name: 'office', change: 'reset-link', by: 'administrator', hours: 72 })
  })

  it('whoever recorded an account approves again once it was paid', async () => {
    await setOperatorAccount(world)
    const { workerId } = await payable(world, { receivedOn: '2026-09-15' })
    const actor = await world.person('office')
    await giveAccount(world, workerId, '2026-10-01T00:00:00Z', '1234567', actor.userId)
    const before = await closeMonthOf(world, '2026-09-01', '2026-10-16T03:00:00Z')
    await batchOf(world, before, 'recorded', '2026-10-23T03:00:00Z', '2026-10-26')
    await payable(world, { workerId })
    const batchId = await batchOf(world, await closeMonthOf(world, '2026-10-01', instant), 'made')
    expect(codeOf(await approve(actor, batchId))).toBe('done')
  })
})
