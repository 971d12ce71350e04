import { DataList } from '../../ui/data-list.tsx'
import type { Column, ServerPages } from '../../ui/list-view.ts'
import { Badge } from '../../ui/status.tsx'
import { Money } from '../../ui/value-text.tsx'
import type { contract } from '../contract/index.ts'
import { blockerKeys } from '../contract/record.ts'
import { BlockerAction } from './blocker-action.tsx'
import { usePeopleWords } from './words.ts'

type Blocked = (typeof contract)['blocked']['output']['_output']['rows'][number]

/** The one reason, the way to remove it, and whatever else stands in the way. */
function Reasons({ row }: { row: Blocked }) {
  const { blockers, coordination } = usePeopleWords()
  const [first, ...others] = row.blockers
  if (!first) return null
  const textOf = (blocker: typeof first) => `${blockers[blocker].issue} ${blockers[blocker].reason}`
  return (
    <span className="block space-y-1">
      <span className="block">
        <Badge tone="warning">{textOf(first)}</Badge>
      </span>
      {row.title === null ? null : <span className="block">{coordination.nearest(row.title)}</span>}
      <BlockerAction blocker={first} workerId={row.id} />
      {others.length > 0 ? <span className="block text-ink-soft">{others.map(textOf).join(' / ')}</span> : null}
    </span>
  )
}

function useColumns(): Column<Blocked>[] {
  const m = usePeopleWords()
  return [
    { key: 'name', label: m.people.name, value: (row) => row.name, href: (row) => `/people/${row.id}` },
    { key: 'municipality', label: m.municipality, value: (row) => row.municipalityName },
    {
      key: 'reason',
      label: m.coordination.reason,
      value: (row) => row.blockers.map((blocker) => `${m.blockers[blocker].issue} ${m.blockers[blocker].reason}`).join(' / '),
      show: (row) => <Reasons row={row} />,
    },
    {
      key: 'wanted',
      label: m.coordination.wanted,
      value: (row) => row.wantedMonthlyYen,
      show: (row) => <Money yen={row.wantedMonthlyYen} />,
      numeric: true,
    },
  ]
}

interface Props {
  rows: readonly Blocked[]
  /** Where all pages are, to page, filter and save them; without it the rows are all that is shown. */
  pages?: { server: ServerPages<Blocked>; cities: readonly { id: string; name: string }[] }
}

/** People without work, each with the one reason and the one action that removes it. */
export function BlockedList({ rows, pages }: Props) {
  const m = usePeopleWords()
  const columns = useColumns()
  const empty = { title: m.coordination.noBlocked, text: m.coordination.noBlockedText }
  const shared = { caption: m.coordination.blockedTitle, rows, rowKey: (row: Blocked) => row.id, columns, empty }
  if (!pages) return <DataList {...shared} prefix="blocked" toolsFrom={Number.POSITIVE_INFINITY} />
  return (
    <DataList
      {...shared}
      server={pages.server}
      filters={[
        {
          key: 'blocker',
          label: m.coordination.reason,
          options: blockerKeys.map((value) => ({ value, label: `${m.blockers[value].issue} ${m.blockers[value].reason}` })),
          of: (row) => row.blockers,
        },
        {
          key: 'municipality',
          label: m.municipality,
          options: pages.cities.map(({ id, name }) => ({ value: id, label: name })),
          of: (row) => row.municipalityName,
        },
      ]}
    />
  )
}
