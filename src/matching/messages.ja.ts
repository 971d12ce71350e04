import { plan } from './messages.ja/plan.ts'
import { capacity, fairness } from './messages.ja/questions.ts'
import { faults, refusals } from './messages.ja/refusals.ts'

export const ja = { refusals, faults, plan, fairness, capacity }
/** Refusals are sentences, or are made from the details of the refusal. */
export type Messages = typeof ja
