import { plan } from './plan.ts'
import { capacity, fairness } from './questions.ts'
import { faults, refusals } from './refusals.ts'
import type { Messages } from '../messages.ja/index.ts'

export const en: Messages = { refusals, faults, plan, fairness, capacity }
