import type { ComponentProps } from 'react'
import { TextField } from '../../ui/text-field.tsx'
import { useMoneyWords } from './words.ts'

interface Props {
  refusalCode: string | null
  field: Omit<ComponentProps<typeof TextField>, 'label'>
}

/** Asks why something comes after the close of its period, once the books have refused its day. */
export function LateReason({ refusalCode, field }: Props) {
  const m = useMoneyWords()
  if (refusalCode !== 'period-closed' && field.value === '') return null
  return <TextField {...field} label={m.costs.lateReason} required />
}
