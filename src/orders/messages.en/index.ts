import type { Messages } from '../messages.ja/index.ts'
import { dealings } from './dealings.ts'
import { findings } from './findings.ts'
import { faults, refusals } from './refusals.ts'
import { staff } from './staff.ts'
import { worker } from './worker.ts'

export const en: Messages = { staff: { ...staff, ...dealings }, worker, findings, refusals, faults }
