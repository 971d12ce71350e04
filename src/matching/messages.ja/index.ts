import { plan } from './plan.ts'
import { capacity, fairness } from './questions.ts'
import { faults, refusals } from './refusals.ts'

export const ja = { refusals, faults, plan, fairness, capacity }
/** Refusals are sentences, or are made from the details of the refusal. */
export type Messages = typeof ja
