import { registration } from './registration.ts'
import { mine } from './mine.ts'
import { coordination } from './coordination.ts'

export const ja = { ...registration, ...mine, ...coordination }

export type Messages = typeof ja
