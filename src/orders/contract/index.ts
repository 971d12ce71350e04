import { area } from '../../platform/contract.ts'
import { logged } from '../rules/logged.ts'
import { manualEntries } from './manuals.ts'
import { materialEntries } from './material.ts'
import { offerEntries } from './offers.ts'
import { orderEntries } from './orders.ts'
import { packageEntries } from './packages.ts'
import { searchEntries } from './search.ts'
import { talkEntries } from './talk.ts'
import { termsEntries } from './terms.ts'

/** Units and minutes are whole numbers, amounts whole yen without tax, dates the calendar of Japan. */
export const contract = area(logged, {
  ...orderEntries,
  ...packageEntries,
  ...manualEntries,
  ...materialEntries,
  ...offerEntries,
  ...talkEntries,
  ...termsEntries,
  ...searchEntries,
})
