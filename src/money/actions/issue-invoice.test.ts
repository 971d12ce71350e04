import { expect, it } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { deliverAndAccept } from '../../../test/support/money-clients.ts'
import { clearOperatorAccount, setOperatorAccount } from '../../../test/support/money.ts'
import { createWorld } from '../../../test/support/world.ts'
import { issueInvoice } from './issue-invoice.ts'

actionSuite(issueInvoice, {
  arrange: async (world) => {
    await clearOperatorAccount(world)
    const { deliveryId } = await deliverAndAccept(world)
    await setOperatorAccount(world)
    return { actor: await world.person('office'), input: { deliveryId } }
  },
  check: async (world, output) => {
    const row = await world.inside((db) =>
      db.selectFrom('money.client_invoice').selectAll().where('id', '=', output.invoiceId).executeTakeFirstOrThrow(),
    )
    expect(row).toMatchObject({ subtotalYen: 300_000, taxYen: 30_000, totalYen: 330_000, issuedOn: '2026-11-20', dueOn: '2026-12-20' })
    expect(output.number).toMatch(/^B-2026-\d{5}$/)
  },
  refusals: {
    'operator-incomplete': async (world) => {
      await clearOperatorAccount(world)
      const { deliveryId } = await deliverAndAccept(world)
      return { actor: await world.person('office'), input: { deliveryId } }
    },
    'already-issued': async (world) => {
      await setOperatorAccount(world)
      const { deliveryId } = await deliverAndAccept(world)
      return { actor: await world.person('office'), input: { deliveryId } }
    },
    'nothing-to-invoice': async (world) => {
      const { deliveryId } = await deliverAndAccept(world, { amountYen: 0 })
      return { actor: await world.person('office'), input: { deliveryId } }
    },
  },
})

it('分けて納品した受注の請求は、合わせて受注額になり、売上も同じ額になる', async () => {
  const world = await createWorld()
  await setOperatorAccount(world)
  const { orderId, packageId } = await deliverAndAccept(world, { amountYen: 100_001, units: 3, packageUnits: 10 })
  await deliverAndAccept(world, { orderId, packageId, units: 7 })
  const facts = await world.inside(async (db) => ({
    invoices: await db.selectFrom('money.client_invoice').select(['number', 'subtotalYen']).orderBy('number').execute(),
    sales: await db.selectFrom('money.programme_year').select('ordersYen').execute(),
  }))
  expect(facts.invoices.map((row) => row.subtotalYen)).toEqual([30_000, 70_001])
  expect(facts.invoices.map((row) => row.number)).toEqual(['B-2026-00001', 'B-2026-00002'])
  expect(facts.sales).toEqual([{ ordersYen: 100_001 }])
  await world.close()
})
