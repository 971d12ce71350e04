import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/choice-field.tsx'
import { DataList } from '../../ui/data-list.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { useListAddress } from '../../ui/list-view.ts'
import { Loaded } from '../../ui/loading.tsx'
import { YenField } from '../../ui/number-field.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useServerPages } from '../../ui/server-pages.ts'
import { Card, Stack } from '../../ui/surface.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { DateText, Money } from '../../ui/value-text.tsx'
import { DocumentButton } from '../../delivery/web/file-links.tsx'
import { contract } from '../contract/index.ts'
import { useMoneyWords } from './words.ts'

type Question = { from: string; to: string; minYen: number | null; maxYen: number | null; party: string; kind: string }
const anything: Question = { from: '', to: '', minYen: null, maxYen: null, party: '', kind: '' }

export default function DocumentsPage() {
  const m = useMoneyWords()
  const [question, setQuestion] = useState(anything)
  const { from, to, minYen, maxYen, party, kind } = question
  const address = useListAddress([])
  const { found, server } = useServerPages(
    contract.documents,
    { from: from || null, to: to || null, minYen, maxYen, party, kind: kind || null },
    address,
  )
  return (
    <>
      <PageTitle lead={m.documents.lead}>{m.documents.title}</PageTitle>
      <Stack>
        <Card>
          <Conditions onSearch={setQuestion} />
        </Card>
        <Loaded of={found}>
          {(data) => (
            <Card title={m.documents.results} aside={<span className="text-ink-soft">{m.documents.found(data.total)}</span>}>
              <DataList
                caption={m.documents.results}
                rows={data.rows}
                rowKey={(row) => row.id}
                server={server}
                columns={[
                  { key: 'number', label: m.number, value: (row) => row.number },
                  { key: 'kind', label: m.documents.kind, value: (row) => m.documentKinds[row.kind] ?? row.kind },
                  { key: 'party', label: m.documents.party, value: (row) => row.party },
                  {
                    key: 'date',
                    label: m.date,
                    value: (row) => row.transactionOn,
                    show: (row) => <DateText date={row.transactionOn} short />,
                  },
                  {
                    key: 'amount',
                    label: m.documents.transactionYen,
                    value: (row) => row.amountYen,
                    show: (row) => (row.amountYen === null ? '–' : <Money yen={row.amountYen} />),
                    numeric: true,
                  },
                  {
                    key: 'net',
                    label: m.net,
                    value: (row) => row.netYen,
                    show: (row) => (row.netYen === null ? '–' : <Money yen={row.netYen} />),
                    numeric: true,
                  },
                ]}
                rowActions={{ label: m.pdf, show: (row) => <DocumentButton id={row.id}>{m.pdf}</DocumentButton> }}
                empty={{ title: m.documents.none, text: m.documents.noneText, icon: 'document' }}
              />
            </Card>
          )}
        </Loaded>
      </Stack>
    </>
  )
}

function Conditions({ onSearch }: { onSearch: (question: Question) => void }) {
  const m = useMoneyWords()
  const [draft, setDraft] = useState(anything)
  const field = <Key extends keyof Question>(name: Key) => ({
    name,
    value: draft[name],
    onChange: (value: Question[Key]) => setDraft({ ...draft, [name]: value }),
  })
  const daysReversed = draft.from !== '' && draft.to !== '' && draft.to < draft.from
  const amountsReversed = draft.minYen !== null && draft.maxYen !== null && draft.maxYen < draft.minYen
  return (
    <form
      className="space-y-5"
      onSubmit={(event) => {
        event.preventDefault()
        if (!daysReversed && !amountsReversed) onSearch(draft)
      }}
    >
      <div className="grid gap-5 lg:grid-cols-2">
        <DateField {...field('from')} label={m.documents.from} />
        <DateField {...field('to')} label={m.documents.to} error={daysReversed ? m.documents.reversed : null} />
        <YenField {...field('minYen')} label={m.documents.min} help={m.documents.amountHelp} />
        <YenField {...field('maxYen')} label={m.documents.max} error={amountsReversed ? m.documents.reversed : null} />
        <TextField {...field('party')} label={m.documents.party} />
        <Select
          {...field('kind')}
          label={m.documents.kind}
          none={m.all}
          options={Object.entries(m.documentKinds).map(([value, label]) => ({ value, label }))}
        />
      </div>
      <Button type="submit" icon="search">
        {m.documents.search}
      </Button>
    </form>
  )
}
