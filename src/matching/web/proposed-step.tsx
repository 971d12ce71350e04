import { Button } from '../../ui/button.tsx'
import { useWrite } from '../../ui/client.ts'
import { useFormat } from '../../ui/format.ts'
import { useGo } from '../../ui/navigation.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { NextStep } from '../../ui/surface.tsx'
import { contract } from '../contract/index.ts'
import type { Board, PlanChanges } from '../contract/plans.ts'
import { useChangeText } from './change-text.ts'
import { MakePlan } from './make-plan.tsx'
import { useMatchingWords } from './words.ts'

interface Props {
  plan: Board
  changes: PlanChanges | null
  /** What is chosen and holds. */
  offers: Board['offers']
  onSend: () => void
}

/** What to do with a proposal: send it; or first bring it up to date, when things have changed since it was made. */
export function ProposedStep({ plan, changes, offers, onSend }: Props) {
  const { plan: m } = useMatchingWords()
  const { number } = useFormat()
  const isStale = plan.kind === 'whole' && changes !== null && changes.changes.length + changes.broken.length > 0
  const chosen = m.choose.chosen(number(offers.length), number(new Set(offers.map((offer) => offer.workerId)).size))
  if (isStale) return <Stale plan={plan} changes={changes} chosen={chosen} canSend={offers.length > 0} onSend={onSend} />
  const broken = changes?.broken.length ?? 0
  return (
    <NextStep
      title={m.proposed.title(number(plan.totals.people), number(plan.totals.offers))}
      icon="calendar"
      actions={
        <>
          <Button size="large" disabled={offers.length === 0} onClick={onSend}>
            {m.choose.send}
          </Button>
          {plan.kind === 'whole' ? <MakePlan label={m.makeAgain} look="outline" /> : null}
        </>
      }
    >
      <p>{plan.handsOver ? m.handOver.proposed : m.proposed.text}</p>
      {broken > 0 ? <p>{m.stale.brokenRepair(number(broken))}</p> : null}
      {offers.length < plan.offers.length ? <p className="font-bold">{chosen}</p> : null}
    </NextStep>
  )
}

function Stale({
  plan,
  changes,
  chosen,
  canSend,
  onSend,
}: {
  plan: Board
  changes: PlanChanges
  chosen: string
  canSend: boolean
  onSend: () => void
}) {
  const { plan: m, refusals } = useMatchingWords()
  const { number } = useFormat()
  const text = useChangeText()
  const go = useGo()
  const refresh = useWrite(contract['refresh-plan'], { onSuccess: () => go('/plan') })
  return (
    <NextStep
      title={m.stale.title}
      icon="clock"
      actions={
        <>
          <Button
            size="large"
            icon="calendar"
            pending={refresh.pending}
            onClick={() => refresh.run({ planId: plan.id }).catch(() => undefined)}
          >
            {m.stale.refresh}
          </Button>
          <Button size="large" look="outline" disabled={!canSend} onClick={onSend}>
            {m.choose.send}
          </Button>
          <MakePlan label={m.makeAgain} look="outline" />
        </>
      }
    >
      <div role="status">
        <ul className="list-disc space-y-1 pl-6">
          {changes.changes.map((change) => (
            <li key={`${change.kind} ${change.workerId} ${change.packageId}`}>{text(change)}</li>
          ))}
          {changes.more > 0 ? <li>{m.stale.more(number(changes.more))}</li> : null}
        </ul>
      </div>
      {changes.broken.length > 0 ? <p className="font-bold">{m.stale.broken(number(changes.broken.length))}</p> : null}
      <p>{m.stale.text}</p>
      <p>{chosen}</p>
      <RefusalNotice refusal={refresh.refusal} words={refusals} />
    </NextStep>
  )
}
