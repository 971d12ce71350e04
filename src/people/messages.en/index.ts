import type { Messages } from '../messages.ja/index.ts'
import { registration } from './registration.ts'
import { mine } from './mine.ts'
import { coordination } from './coordination.ts'

export const en: Messages = { ...registration, ...mine, ...coordination }
