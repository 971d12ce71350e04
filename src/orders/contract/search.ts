import { searchRead } from '../../platform/contract.ts'
import { overseeing, working } from './shapes.ts'

export const searchEntries = {
  search: searchRead(['order', 'package', 'job', 'document'], { ...overseeing, leader: ['order'], ...working }),
}
