import { WhatIsErased } from '../../people/web/what-is-erased.tsx'
import { usePeopleWords } from '../../people/web/words.ts'
import { DataList } from '../../ui/data-list.tsx'
import { useFormat } from '../../ui/format.ts'
import { useListAddress } from '../../ui/list-view.ts'
import { Loaded } from '../../ui/loading.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useServerPages } from '../../ui/server-pages.ts'
import { DateText } from '../../ui/value-text.tsx'
import { contract } from '../contract.ts'
import { useSalesWords } from './words.ts'

/** What the administrator sees of the days until which the people of former clients are kept. */
export default function EndedClientsPage() {
  const { ended: m, client } = useSalesWords()
  const words = usePeopleWords().leavers
  const format = useFormat()
  const { found, server } = useServerPages(contract['ended-clients'], {}, useListAddress([]))
  const stateOf = (erasedOn: string | null): string => (erasedOn === null ? words.waiting : m.erasedOn(format.date(erasedOn)))
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
              { key: 'name', label: client, value: (row) => row.name },
              { key: 'endedOn', label: m.endedOn, value: (row) => row.endedOn, show: (row) => <DateText date={row.endedOn} short /> },
              {
                key: 'keptUntil',
                label: words.keptUntil,
                value: (row) => row.keptUntil,
                show: (row) => <DateText date={row.keptUntil} short />,
              },
              { key: 'papers', label: words.papers, value: (row) => row.papers, numeric: true },
              { key: 'erased', label: words.erased, value: (row) => row.erasedPapers, numeric: true },
              { key: 'erasedRows', label: words.erasedRows, value: (row) => row.erasedRows, numeric: true },
              { key: 'state', label: words.state, value: (row) => stateOf(row.erasedOn) },
            ]}
            empty={{ title: m.none, text: m.noneText }}
          />
        )}
      </Loaded>
    </>
  )
}
