import { area } from '../../platform/contract.ts'
import { logged } from '../rules/logged.ts'
import { bookEntries } from './books.ts'
import { clientEntries } from './clients.ts'
import { closingEntries } from './closing.ts'
import { searchEntries } from './search.ts'
import { taxEntries } from './taxes.ts'
import { transferEntries } from './transfers.ts'
import { workerEntries } from './worker.ts'

/** Amounts are whole yen, dates the calendar of Japan. */
export const contract = area(logged, {
  ...closingEntries,
  ...transferEntries,
  ...clientEntries,
  ...workerEntries,
  ...bookEntries,
  ...taxEntries,
  ...searchEntries,
})
