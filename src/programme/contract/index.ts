import { area } from '../../platform/contract.ts'
import { frameEntries } from './frame.ts'
import { peopleEntries } from './people.ts'

export const contract = area('programme', { ...frameEntries, ...peopleEntries })
