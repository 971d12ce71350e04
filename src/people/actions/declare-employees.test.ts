import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { declareEmployees } from './declare-employees.ts'

actionSuite(declareEmployees, {
  arrange: async (world) => {
    const { workerId, actor } = await world.worker()
    return { actor, input: { workerId, usesEmployees: true } }
  },
  check: async (world, _, { workerId }) => {
    const row = await world.inside((db) => db.selectFrom('people.worker').selectAll().where('id', '=', workerId).executeTakeFirst())
    expect(row).toMatchObject({ usesEmployees: true, usesEmployeesDeclaredOn: world.today })
    const declared = await world.inside((db) =>
      db.selectFrom('people.employee_declaration').selectAll().where('workerId', '=', workerId).execute(),
    )
    expect(declared).toMatchObject([{ declaredOn: world.today, usesEmployees: true }])
  },
  refusals: {},
})
