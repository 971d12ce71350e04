import { searchRead } from '../../platform/contract.ts'
import { receiving, working } from './shapes.ts'

export const searchEntries = { search: searchRead(['work', 'delivery'], { ...working, ...receiving }) }
