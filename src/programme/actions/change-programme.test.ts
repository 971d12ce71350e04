import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
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
