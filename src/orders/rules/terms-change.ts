import { addDays, type CalendarDate } from '../../units/calendar-date.ts'

/** Days within which a paper copy goes out. The Act says 「遅滞なく」 (フリーランス法3条2項); this is the programme's own promise. */
const paperDays = 7

export const paperBy = (requestedOn: CalendarDate): CalendarDate => addDays(requestedOn, paperDays)

/** What changed terms are compared by. Yen without tax. */
interface ChangeableTerms {
  readonly unitPriceYen: number
  readonly dueOn: string
}

type TermsChangeRefusal = 'price-lowered' | 'due-earlier' | 'nothing-changed' | 'due-passed'

/**
 * Why these terms may not be proposed for work that was agreed, or null. A lower fee is 報酬の減額 (フリーランス法5条1項2号),
 * an earlier due date 不当な給付内容の変更 (同条2項2号): neither is asked for, not even with consent.
 */
export function whyNotProposed(agreed: ChangeableTerms, proposed: ChangeableTerms, today: CalendarDate): TermsChangeRefusal | null {
  if (proposed.unitPriceYen < agreed.unitPriceYen) return 'price-lowered'
  if (proposed.dueOn < agreed.dueOn) return 'due-earlier'
  if (proposed.unitPriceYen === agreed.unitPriceYen && proposed.dueOn === agreed.dueOn) return 'nothing-changed'
  return proposed.dueOn < today ? 'due-passed' : null
}
