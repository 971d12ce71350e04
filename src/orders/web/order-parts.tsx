import { useFormat } from '../../ui/format.ts'
import { Badge, ProgressBar, type Tone } from '../../ui/status.tsx'
import type { Progress, orderStates, packageStates } from '../contract/shapes.ts'
import { useStaffWords } from './words.ts'

type OrderState = (typeof orderStates)[number]
type PackageState = (typeof packageStates)[number]

const orderTones: Record<OrderState, Tone> = {
  preparing: 'warning',
  running: 'info',
  delivered: 'info',
  accepted: 'success',
  cancelled: 'neutral',
}
const packageTones: Record<PackageState, Tone> = { preparing: 'warning', ready: 'success', closed: 'neutral' }

export function OrderStateBadge({ state }: { state: OrderState }) {
  return <Badge tone={orderTones[state]}>{useStaffWords().orderStates[state]}</Badge>
}

export function PackageStateBadge({ state }: { state: PackageState }) {
  return <Badge tone={packageTones[state]}>{useStaffWords().packageStates[state]}</Badge>
}

/** Accepted units of all, in figures. */
export function ProgressText({ progress }: { progress: Progress }) {
  const format = useFormat()
  return (
    <span className="tabular whitespace-nowrap">
      {format.number(progress.accepted)}／{format.number(progress.units)}
    </span>
  )
}

/** A bar of what is accepted, and in words where the other units are. */
export function ProgressView({ label, progress, unitName }: { label: string; progress: Progress; unitName: string }) {
  const m = useStaffWords()
  const format = useFormat()
  const share = progress.units === 0 ? 0 : progress.accepted / progress.units
  const parts = (['left', 'open', 'assigned', 'received'] as const).filter((part) => progress[part] > 0)
  return (
    <div className="space-y-2">
      <ProgressBar label={label} share={share} text={m.progressText(format.number(progress.accepted), format.number(progress.units))} />
      <p className="flex flex-wrap gap-x-4 text-[1rem] text-ink-soft">
        {parts.map((part) => (
          <span key={part} className="tabular">
            {m.progressParts[part]} {format.number(progress[part])}
            {unitName}
          </span>
        ))}
      </p>
    </div>
  )
}
