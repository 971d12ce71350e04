import { levelOf } from '../../../orders/rules/gates.ts'
import type { OpenPlan } from '../plan/open-plan.ts'
import { marginAt, type Question } from '../prices/question.ts'

/** Why an offer was made, as short facts that anybody can check against the problem; explain.ts tells them in full. */
export function whyOffer(plan: OpenPlan, arc: number, question: Question): string[] {
  const compiled = plan.compiled
  const pack = compiled.arcPackage[arc]!
  const described = compiled.packages[pack]!
  const worker = compiled.workers[compiled.arcWorker[arc]!]!
  const facts: string[] = []
  for (const [skill, level] of Object.entries(described.skills)) facts.push(`skill ${skill} ${levelOf(worker.skills, skill)}/${level}`)
  if (compiled.arcGrowth[arc] === 1) facts.push('grows beside a reviewer')
  if (described.onSite !== null) facts.push(`site ${described.onSite}`)
  facts.push(`${plan.units[arc]} units fit by day ${compiled.due[pack]}`)
  facts.push(`worth per minute above price ${Math.round(marginAt(compiled, question, arc) * 1000) / 1000}`)
  return facts
}
