import { area } from '../../platform/contract.ts'
import { logged } from '../rules/logged.ts'
import { clientEntries } from './client.ts'
import { handInEntries } from './hand-in.ts'
import { inspectionEntries } from './inspection.ts'
import { searchEntries } from './search.ts'

/** Units are whole numbers, amounts whole yen without tax, dates the calendar of Japan. */
export const contract = area(logged, { ...handInEntries, ...inspectionEntries, ...clientEntries, ...searchEntries })
