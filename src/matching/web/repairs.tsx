import { Button, LinkButton } from '../../ui/button.tsx'
import { useWrite } from '../../ui/client.ts'
import { useFormat } from '../../ui/format.ts'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { Badge } from '../../ui/status.tsx'
import { Card } from '../../ui/surface.tsx'
import { showToast } from '../../ui/toast.tsx'
import { DateText } from '../../ui/value-text.tsx'
import { contract } from '../contract/index.ts'
import { useOpenRepairs } from './repair-count.ts'
import { useMatchingWords } from './words.ts'

/** Small plans for what a decline or a release left open; nothing is sent without the director. */
export function Repairs() {
  const m = useMatchingWords()
  const { number } = useFormat()
  const rows = useOpenRepairs()
  const discard = useWrite(contract['discard-plan'], { onSuccess: () => showToast(m.plan.repairs.discarded) })
  if (rows.length === 0) return null
  const words = m.plan.repairs
  return (
    <Card title={words.title} aside={<Badge tone="warning">{number(rows.length)}</Badge>}>
      <p className="measure mb-3">{words.text}</p>
      <ul className="divide-y divide-line border-y border-line">
        {rows.map((row) => (
          <li key={row.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
            <div className="min-w-0 flex-1 basis-64">
              <p className="font-bold">{row.cause === null ? '' : words.causes[row.cause](row.packageTitle ?? row.workerName ?? '')}</p>
              <p className="text-ink-soft">
                {row.state === 'running'
                  ? words.running
                  : row.offerCount === 0
                    ? words.none
                    : row.handsOver
                      ? words.handOver(number(row.offerCount))
                      : words.offers(number(row.offerCount))}{' '}
                <DateText date={row.askedAt} time />
              </p>
            </div>
            <div className="flex flex-wrap gap-3">
              <LinkButton size="small" look="outline" href={`/plan/${row.id}`}>
                {words.open}
              </LinkButton>
              {row.state === 'proposed' ? (
                <Button
                  size="small"
                  look="quiet"
                  pending={discard.pending}
                  onClick={() => discard.run({ planId: row.id }).catch(() => undefined)}
                >
                  {words.discard}
                </Button>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
      <RefusalNotice refusal={discard.refusal} words={m.refusals} />
    </Card>
  )
}
