import { plan } from './messages.en/plan.ts'
import { capacity, fairness } from './messages.en/questions.ts'
import { faults, refusals } from './messages.en/refusals.ts'
import type { Messages } from './messages.ja.ts'

export const en: Messages = { refusals, faults, plan, fairness, capacity }
