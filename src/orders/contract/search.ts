import { working } from '../../people/rules/who-may.ts'
import { searchRead } from '../../platform/contract.ts'
import { following } from '../rules/who-may.ts'

export const searchEntries = { search: searchRead(['order', 'package', 'job', 'document'], { ...following, ...working }) }
