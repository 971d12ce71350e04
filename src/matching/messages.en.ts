import { faults, plan, refusals } from './messages.en/plan.ts'
import { capacity, fairness } from './messages.en/questions.ts'
import type { Messages } from './messages.ja.ts'

export const en: Messages = { refusals, faults, plan, fairness, capacity }
