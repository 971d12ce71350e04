import { working } from '../../people/rules/who-may.ts'
import { searchRead } from '../../platform/contract.ts'
import { receiving } from '../../sales/rules/who-may.ts'

export const searchEntries = { search: searchRead(['work', 'delivery'], { ...working, ...receiving }) }
