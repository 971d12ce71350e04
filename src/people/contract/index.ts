import { area } from '../../platform/contract.ts'
import { logged } from '../rules/logged.ts'
import { paymentEntries } from './payment.ts'
import { recordEntries } from './record.ts'
import { registrationEntries } from './registration.ts'
import { skillsEntries } from './skills.ts'

export const contract = area(logged, { ...registrationEntries, ...recordEntries, ...paymentEntries, ...skillsEntries })
