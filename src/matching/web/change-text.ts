import { useFormat } from '../../ui/format.ts'
import type { PlanChange } from '../contract/plans.ts'
import { usePlanWords } from './words.ts'

/** The sentence of a change in the reader's language. */
export function useChangeText(): (change: PlanChange) => string {
  const m = usePlanWords().stale.changes
  const { number, minutes, date } = useFormat()
  return (change) => {
    const { kind, name, title, unitName, before, after } = change
    const units = (count: number): string => `${number(count)}${unitName}`
    switch (kind) {
      case 'days-passed':
        return m[kind](number(after))
      case 'declined':
      case 'held':
      case 'forbidden':
      case 'freed':
        return m[kind](name, title)
      case 'person-gone':
      case 'person-new':
      case 'profile':
        return m[kind](name)
      case 'hours':
        return before === after ? m.days(name) : m.hours(name, minutes(before), minutes(after))
      case 'busy':
        return m.busy(name, minutes(before), minutes(after))
      case 'work-gone':
      case 'needs':
        return m[kind](title)
      case 'work-new':
        return m['work-new'](title, units(after))
      case 'units':
        return m.units(title, units(before), units(after))
      case 'due':
        return m.due(title, date(change.dueOn ?? ''))
      case 'seats':
        return m.seats(title, minutes(before), minutes(after))
      case 'pinned':
        return m.pinned(name, title, units(after))
    }
  }
}
