import { DataList } from '../../ui/data-list.tsx'
import { Badge } from '../../ui/status.tsx'
import { Money } from '../../ui/value-text.tsx'
import type { contract } from '../contract/index.ts'
import { usePeopleWords } from './words.ts'

type Blocked = (typeof contract)['blocked']['output']['_output']['rows'][number]

function Reasons({ row }: { row: Blocked }) {
  const { blockers } = usePeopleWords()
  const [first, ...others] = row.blockers
  if (!first) return null
  const { issue, reason, action } = blockers[first]
  return (
    <span className="block space-y-1">
      <span className="block">
        <Badge tone="warning">{`${issue} ${reason}`}</Badge>
      </span>
      <span className="block">{action}</span>
      {others.length > 0 ? (
        <span className="block text-ink-soft">
          {others.map((other) => `${blockers[other].issue} ${blockers[other].reason}`).join(' / ')}
        </span>
      ) : null}
    </span>
  )
}

/** People whose own record keeps them from being offered work, with the one action that removes the first reason. */
export function BlockedList({ rows }: { rows: readonly Blocked[] }) {
  const m = usePeopleWords()
  return (
    <DataList
      caption={m.coordination.blockedTitle}
      prefix="blocked"
      toolsFrom={9}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: 'name', label: m.people.name, value: (row) => row.name, href: (row) => `/people/${row.id}` },
        { key: 'municipality', label: m.municipality, value: (row) => row.municipalityName },
        {
          key: 'reason',
          label: m.coordination.reason,
          value: (row) => row.blockers.map((blocker) => m.blockers[blocker].reason).join(' / '),
          show: (row) => <Reasons row={row} />,
        },
        {
          key: 'wanted',
          label: m.coordination.wanted,
          value: (row) => row.wantedMonthlyYen,
          show: (row) => <Money yen={row.wantedMonthlyYen} />,
          numeric: true,
        },
      ]}
      filters={[
        {
          key: 'blocker',
          label: m.coordination.reason,
          options: Object.entries(m.blockers).map(([value, { issue, reason }]) => ({ value, label: `${issue} ${reason}` })),
          of: (row) => row.blockers,
        },
      ]}
      empty={{ title: m.coordination.noBlocked, text: m.coordination.noBlockedText }}
    />
  )
}
