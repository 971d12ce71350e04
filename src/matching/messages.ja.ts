import { faults, plan, refusals } from './messages.ja/plan.ts'
import { capacity, fairness } from './messages.ja/questions.ts'

export const ja = { refusals, faults, plan, fairness, capacity }
/** Refusals are sentences, or are made from the details of the refusal. */
export type Messages = typeof ja
