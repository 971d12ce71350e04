import type { IndicatorFault } from '../../indicators/rules/kpi.ts'
import type { Fault as ProblemFault } from '../../matching/rules/problem/plan.ts'
import type { StatementFault } from '../../money/rules/statement.ts'
import type { ZenginFault } from '../../money/rules/zengin.ts'
import type { ArgumentFault, CliFault, FaultText, InputFault } from './faults.ts'

export type VerbName = 'kpi' | 'statement' | 'zengin' | 'check' | 'plan' | 'sheet'

/** What the command line says, in one language. */
export type Messages = {
  readonly help: string
  readonly verbHelp: Readonly<Record<VerbName, string>>
  readonly input: (fault: InputFault) => FaultText
  readonly argument: (fault: ArgumentFault) => FaultText
  readonly statement: (fault: StatementFault) => FaultText
  readonly zengin: (fault: ZenginFault) => FaultText
  readonly indicator: (fault: IndicatorFault) => FaultText
  readonly problem: (fault: ProblemFault) => FaultText
  /** Joins cause and remedy to one line. */
  readonly line: (place: string, text: FaultText) => string
  /** The line in which a place is, where each line is a document of its own. */
  readonly atLine: (line: number) => string
  readonly more: (count: number) => string
  readonly internal: (message: string) => string
  readonly progress: (stage: string, done: number) => string
}

/** Cause and remedy of any fault. */
export function faultText(fault: CliFault, messages: Messages): FaultText {
  switch (fault.area) {
    case 'input':
      return messages.input(fault.fault)
    case 'argument':
      return isArgumentFault(fault.fault) ? messages.argument(fault.fault) : messages.input(fault.fault)
    case 'statement':
      return messages.statement(fault.fault)
    case 'zengin':
      return messages.zengin(fault.fault)
    case 'indicator':
      return messages.indicator(fault.fault)
    case 'problem':
      return messages.problem(fault.fault)
  }
}

const argumentCodes: ReadonlySet<string> = new Set<ArgumentFault['code']>([
  'unknown-verb',
  'unknown-check',
  'unknown-option',
  'unknown-id',
  'unexpected-argument',
  'option-without-value',
  'option-with-value',
  'repeated-option',
  'missing-argument',
])

function isArgumentFault(fault: ArgumentFault | InputFault): fault is ArgumentFault {
  return argumentCodes.has(fault.code)
}
