import { Button } from '../../ui/button.tsx'
import { useWrite } from '../../ui/client.ts'
import { EmptyList } from '../../ui/data-list-empty.tsx'
import { useFormat } from '../../ui/format.ts'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { Badge } from '../../ui/status.tsx'
import { Stack } from '../../ui/surface.tsx'
import { showToast } from '../../ui/toast.tsx'
import { contract } from '../contract/index.ts'
import type { Board } from '../contract/plans.ts'
import { useMatchingWords } from './words.ts'

/** What a director settled for the next plans, pair by pair. */
export function PlanRules({ plan }: { plan: Board }) {
  const m = useMatchingWords()
  const { number } = useFormat()
  const free = useWrite(contract['free-pair'], { onSuccess: () => showToast(m.plan.rules.freed) })
  const words = m.plan.rules
  if (plan.rules.length === 0) return <EmptyList title={words.empty} text={words.emptyText} />
  return (
    <Stack gap="medium">
      <p>{words.lead}</p>
      <ul className="divide-y divide-line border-y border-line">
        {plan.rules.map((rule) => (
          <li key={`${rule.workerId} ${rule.packageId}`} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
            <span>
              {words.pair(rule.workerName, rule.packageTitle)}{' '}
              <Badge tone={rule.rule === 'pinned' ? 'info' : 'neutral'}>
                {rule.rule === 'pinned' ? words.pinned(number(rule.units ?? 0)) : words.forbidden}
              </Badge>
            </span>
            <Button
              size="small"
              look="outline"
              pending={free.pending}
              onClick={() => free.run({ workerId: rule.workerId, packageId: rule.packageId }).catch(() => undefined)}
            >
              {words.free}
            </Button>
          </li>
        ))}
      </ul>
      <RefusalNotice refusal={free.refusal} words={m.refusals} />
    </Stack>
  )
}
