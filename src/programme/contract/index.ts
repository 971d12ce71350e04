import { area } from '../../platform/contract.ts'
import { logged } from '../rules/logged.ts'
import { frameEntries } from './frame.ts'
import { peopleEntries } from './people.ts'

export const contract = area(logged, { ...frameEntries, ...peopleEntries })
