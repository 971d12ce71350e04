import { faults, plan, refusals } from './messages.ja/plan.ts'
import { capacity, fairness } from './messages.ja/questions.ts'

export const ja = { refusals, faults, plan, fairness, capacity }
export type Messages = typeof ja
