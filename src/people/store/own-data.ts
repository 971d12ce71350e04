import { sql } from 'kysely'
import { type OwnData, ownRows } from '../../platform/own-data.ts'

/** A table whose rows belong to a worker, without the columns that name others. */
export const workerRows = (name: string, without: readonly string[] = []): OwnData =>
  ownRows(name, (userId) => sql`t.worker_id in (select w.id from people.worker w where w.user_id = ${userId})`, without)

/** All but what was noted by those who look after people: interviews, and why a state was changed. */
export const ownData: OwnData[] = [
  ownRows('people.worker', (userId) => sql`t.user_id = ${userId}`),
  workerRows('people.consent'),
  workerRows('people.employee_declaration'),
  workerRows('people.worker_skill'),
  workerRows('people.free_minutes'),
  workerRows('people.free_minutes_exception'),
  workerRows('people.bank_account'),
  workerRows('people.invoice_registration'),
  workerRows('people.state_change', ['changedBy', 'note']),
]
