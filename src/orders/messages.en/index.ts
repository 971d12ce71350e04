import type { Messages } from '../messages.ja/index.ts'
import { findings } from './findings.ts'
import { faults, refusals } from './refusals.ts'
import { staff } from './staff.ts'
import { worker } from './worker.ts'

export const en: Messages = { staff, worker, findings, refusals, faults }
