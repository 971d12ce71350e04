import { area } from '../../platform/contract.ts'
import { logged } from './logged.ts'
import { planEntries } from './plans.ts'
import { questionEntries } from './questions.ts'

export const contract = area(logged, { ...planEntries, ...questionEntries })
