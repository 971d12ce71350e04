import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { DataList } from '../../ui/data-list.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { YenField } from '../../ui/number-field.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Stack } from '../../ui/surface.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { DateText, Money } from '../../ui/value-text.tsx'
import { useWholeList } from '../../ui/server-pages.ts'
import { contract } from '../contract/index.ts'
import { documentHref } from './document-href.ts'
import { useWorkerWords } from './words.ts'

const nothing = { from: '', to: '', minYen: null as number | null, maxYen: null as number | null, party: '' }

export default function DocumentsPage() {
  const m = useWorkerWords()
  const [asked, setAsked] = useState(nothing)
  const documents = useWholeList(contract['my-documents'], {
    ...asked,
    from: asked.from === '' ? null : asked.from,
    to: asked.to === '' ? null : asked.to,
  })
  return (
    <>
      <PageTitle lead={m.documentsLead}>{m.documents}</PageTitle>
      <Stack>
        <Disclosure summary={m.searchDocuments}>
          <Question onAsk={setAsked} />
        </Disclosure>
        <Loaded of={documents}>{(data) => <Found rows={data.rows} />}</Loaded>
      </Stack>
    </>
  )
}

function Question({ onAsk }: { onAsk: (asked: typeof nothing) => void }) {
  const m = useWorkerWords()
  const [values, setValues] = useState(nothing)
  const set =
    <Name extends keyof typeof nothing>(name: Name) =>
    (value: (typeof nothing)[Name]) =>
      setValues({ ...values, [name]: value })
  const daysReversed = values.from !== '' && values.to !== '' && values.to < values.from
  const amountsReversed = values.minYen !== null && values.maxYen !== null && values.maxYen < values.minYen
  return (
    <form
      className="space-y-6"
      onSubmit={(event) => {
        event.preventDefault()
        if (!daysReversed && !amountsReversed) onAsk(values)
      }}
    >
      <div className="grid gap-6 sm:grid-cols-2">
        <DateField name="from" label={m.from} value={values.from} onChange={set('from')} />
        <DateField name="to" label={m.to} value={values.to} onChange={set('to')} error={daysReversed ? m.rangeReversed : null} />
        <YenField name="minYen" label={m.minYen} value={values.minYen} onChange={set('minYen')} help={m.amountHelp} />
        <YenField
          name="maxYen"
          label={m.maxYen}
          value={values.maxYen}
          onChange={set('maxYen')}
          error={amountsReversed ? m.rangeReversed : null}
        />
        <TextField name="party" label={m.party} value={values.party} onChange={set('party')} />
      </div>
      <Button type="submit" look="outline" icon="search">
        {m.searchDocuments}
      </Button>
    </form>
  )
}

type Row = {
  id: string
  kind: string
  number: string
  transactionOn: string
  amountYen: number | null
  netYen: number | null
  party: string
  title: string
}

function Found({ rows }: { rows: readonly Row[] }) {
  const m = useWorkerWords()
  const kinds: Readonly<Record<string, string | undefined>> = m.documentKinds
  const nameOf = (row: Row): string => [kinds[row.kind] ?? m.documentKinds.other, row.title].filter((part) => part !== '').join(' ')
  const hrefOf = (row: Row): string => (row.kind === 'notice-of-terms' ? `/notices/${row.id}` : documentHref(row.id))
  return (
    <DataList
      caption={m.documents}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: 'title', label: m.documentTitle, value: nameOf, href: hrefOf },
        {
          key: 'date',
          label: m.documentDate,
          value: (row) => row.transactionOn,
          show: (row) => <DateText date={row.transactionOn} short />,
        },
        {
          key: 'amount',
          label: m.documentAmount,
          value: (row) => row.amountYen,
          show: (row) => (row.amountYen === null ? null : <Money yen={row.amountYen} />),
          numeric: true,
        },
        {
          key: 'net',
          label: m.documentNet,
          value: (row) => row.netYen,
          show: (row) => (row.netYen === null || row.netYen === row.amountYen ? null : <Money yen={row.netYen} />),
          numeric: true,
        },
        { key: 'party', label: m.documentParty, value: (row) => row.party },
        { key: 'number', label: m.number, value: (row) => row.number },
      ]}
      empty={{ title: m.noDocuments, text: m.noDocumentsText }}
    />
  )
}
