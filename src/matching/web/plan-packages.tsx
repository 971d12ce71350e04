import { Button } from '../../ui/button.tsx'
import { DataList } from '../../ui/data-list.tsx'
import { useFormat } from '../../ui/format.ts'
import { Stack } from '../../ui/surface.tsx'
import { DateText } from '../../ui/value-text.tsx'
import type { Board } from '../contract/plans.ts'
import type { Asked } from './asked.ts'
import { usePlanWords } from './words.ts'

/** The open work of a plan with how much of it is shared out, as a bar and in words. */
export function PlanPackages({ plan, onAsk }: { plan: Board; onAsk: (asked: Asked) => void }) {
  const m = usePlanWords()
  const words = m.packages
  const { number, percent } = useFormat()
  return (
    <Stack gap="medium">
      <DataList
        caption={words.caption}
        prefix="packages"
        rows={plan.packages}
        rowKey={(row) => row.packageId}
        columns={[
          { key: 'title', label: m.works, value: (row) => row.title, href: (row) => `/packages/${row.packageId}` },
          {
            key: 'planned',
            label: words.planned,
            value: (row) => (row.units === 0 ? 1 : row.plannedUnits / row.units),
            show: (row) => (
              <span className="block min-w-36">
                <span className="tabular block">{words.of(number(row.plannedUnits), number(row.units), row.unitName)}</span>
                <span aria-hidden="true" className="mt-1 block h-2.5 overflow-hidden rounded-full border border-field-line bg-surface">
                  <span
                    className="block h-full bg-accent"
                    style={{ width: `${row.units === 0 ? 100 : Math.round((100 * row.plannedUnits) / row.units)}%` }}
                  />
                </span>
              </span>
            ),
          },
          { key: 'people', label: m.headcount, value: (row) => row.people, numeric: true },
          { key: 'due', label: m.due, value: (row) => row.dueOn, show: (row) => <DateText date={row.dueOn} short /> },
          {
            key: 'onTime',
            label: words.onTime,
            value: (row) => row.onTime ?? -1,
            show: (row) => (row.onTime === null ? words.unknown : percent(row.onTime)),
            numeric: true,
          },
        ]}
        rowActions={{
          label: m.choose.why,
          show: (row) => (
            <span className="flex flex-wrap gap-x-2">
              <Button
                size="small"
                look="quiet"
                aria-label={`${m.choose.why} ${m.work.title(row.title)}`}
                onClick={() => onAsk({ kind: 'work', packageId: row.packageId })}
              >
                {m.choose.why}
              </Button>
              <Button
                size="small"
                look="quiet"
                aria-label={m.whatIf.tryDueOf(row.title)}
                onClick={() => onAsk({ kind: 'due', packageId: row.packageId })}
              >
                {m.whatIf.tryDue}
              </Button>
            </span>
          ),
        }}
        empty={{ title: words.empty, text: words.emptyText }}
      />
      <p className="measure text-ink-soft">{words.onTimeHelp}</p>
    </Stack>
  )
}
