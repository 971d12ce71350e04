import { DataList } from '../../ui/data-list.tsx'
import { useFormat } from '../../ui/format.ts'
import { useListAddress } from '../../ui/list-view.ts'
import { Loaded } from '../../ui/loading.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useServerPages } from '../../ui/server-pages.ts'
import { DateText } from '../../ui/value-text.tsx'
import { workerLabel } from '../rules/leaving.ts'
import { contract } from '../contract/index.ts'
import { WhatIsErased } from './what-is-erased.tsx'
import { usePeopleWords } from './words.ts'

/** What the administrator sees of the days until which people and their papers are kept; people are numbers here. */
export default function LeaversPage() {
  const m = usePeopleWords().leavers
  const format = useFormat()
  const { found, server } = useServerPages(contract.leavers, {}, useListAddress([]))
  const stateOf = (anonymisedOn: string | null): string => (anonymisedOn === null ? m.waiting : m.anonymised(format.date(anonymisedOn)))
  return (
    <>
      <PageTitle lead={m.lead}>{m.title}</PageTitle>
      <WhatIsErased />
      <Loaded of={found} lines={8}>
        {({ rows }) => (
          <DataList
            caption={m.title}
            rows={rows}
            rowKey={(row) => row.id}
            server={server}
            columns={[
              { key: 'number', label: m.number, value: (row) => workerLabel(row.number) },
              { key: 'leftOn', label: m.leftOn, value: (row) => row.leftOn, show: (row) => <DateText date={row.leftOn} short /> },
              {
                key: 'keptUntil',
                label: m.keptUntil,
                value: (row) => row.keptUntil,
                show: (row) => <DateText date={row.keptUntil} short />,
              },
              { key: 'papers', label: m.papers, value: (row) => row.papers, numeric: true },
              { key: 'erased', label: m.erased, value: (row) => row.erasedPapers, numeric: true },
              { key: 'erasedRows', label: m.erasedRows, value: (row) => row.erasedRows, numeric: true },
              { key: 'state', label: m.state, value: (row) => stateOf(row.anonymisedOn) },
            ]}
            empty={{ title: m.none, text: m.noneText }}
          />
        )}
      </Loaded>
    </>
  )
}
