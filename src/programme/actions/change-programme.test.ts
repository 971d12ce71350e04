import { expect, it } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { createWorld } from '../../../test/support/world.ts'
import { findProgramme } from '../store/programme.ts'
import { changeProgramme } from './change-programme.ts'

const input = {
  name: '自営型テレワーク推進事業',
  outline: '概要',
  firstFiscalYear: 2026,
  lastFiscalYear: 2028,
  grantName: '交付金',
  grantNumerator: 1,
  grantDenominator: 2,
}

actionSuite(changeProgramme, {
  namesNoRecord: true,
  arrange: async (world) => ({ actor: await world.person('administrator'), input }),
  check: async (world) => {
    const row = await world.inside((db) => findProgramme(db, world.programmeId))
    expect(row).toMatchObject({ name: input.name, outline: '概要', firstFiscalYear: 2026, grantDenominator: 2 })
  },
  refusals: {},
  invalid: [
    { input: { ...input, lastFiscalYear: 2025 }, path: 'lastFiscalYear' },
    { input: { ...input, grantDenominator: 0 }, path: 'grantDenominator' },
    { input: { ...input, name: '  ' }, path: 'name' },
  ],
})

it('ほかの自治体と間違えられる名前にすると、入口から外れる。見た目が同じままなら外れない', async () => {
  const [world, other] = [await createWorld(), await createWorld()]
  await other.municipality({ name: '波田町' })
  const rename = (name: string) => world.inside((db) => changeProgramme.perform(world.context(db), { ...input, name }))
  const stands = () => world.inside((db) => db.selectFrom('programme.entrance').select('id').where('id', '=', world.programmeId).execute())
  expect(await rename('湖畔の事業')).toEqual({ heldBack: false })
  expect(await stands()).toHaveLength(1)
  expect(await rename('波田町 公式')).toEqual({ heldBack: true })
  expect(await stands()).toHaveLength(0)
  expect(await rename('波田町　公式')).toEqual({ heldBack: false })
})
