import { area } from '../../platform/contract.ts'
import { planEntries } from './plans.ts'
import { questionEntries } from './questions.ts'

export const contract = area('matching', { ...planEntries, ...questionEntries })
