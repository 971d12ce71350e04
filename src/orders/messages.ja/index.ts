import type { contract } from '../contract/index.ts'
import type { FindingCode } from '../rules/readiness.ts'
import { dealings } from './dealings.ts'
import { findings } from './findings.ts'
import { faults, refusals } from './refusals.ts'
import { staff } from './staff.ts'
import { worker } from './worker.ts'

type Sentence = string | ((details: Readonly<Record<string, string | number>>) => string)
type Write = Extract<(typeof contract)[keyof typeof contract], { refusals: readonly string[] }>
type RefusalCode = Write['refusals'][number]

// A refusal or a finding without words does not compile.
const everyRefusal: Record<RefusalCode, Sentence> = refusals
const everyFinding: Record<FindingCode, Sentence> = findings

export const ja = { staff: { ...staff, ...dealings }, worker, findings: everyFinding, refusals: everyRefusal, faults }

export type Messages = typeof ja
