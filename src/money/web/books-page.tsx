import { useState } from 'react'
import { firstOf, useAddress } from '../../ui/address.ts'
import { Button } from '../../ui/button.tsx'
import { read, useRead } from '../../ui/client.ts'
import { DataList } from '../../ui/data-list.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { formatLanguage, useLanguage } from '../../ui/language.ts'
import { useListAddress } from '../../ui/list-view.ts'
import { Loaded } from '../../ui/loading.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useServerPages } from '../../ui/server-pages.ts'
import { Badge, Notice } from '../../ui/status.tsx'
import { Stack } from '../../ui/surface.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { DateText, Money, todayInJapan } from '../../ui/value-text.tsx'
import { contract } from '../contract/index.ts'
import { accountName, isAccountCode } from '../rules/accounts.ts'
import { Done } from './done.tsx'
import { ReverseButton } from './reverse-button.tsx'
import { saveBytes } from './save-bytes.ts'
import { Reopenings } from './reopenings.tsx'
import { useMoneyWords } from './words.ts'

type Period = { from: string; to: string }

function useAccountName(): (code: string) => string {
  const language = formatLanguage(useLanguage())
  return (code) => (isAccountCode(code) ? accountName(code, language) : code)
}

export default function BooksPage() {
  const m = useMoneyWords()
  const [address, change] = useAddress()
  const today = todayInJapan()
  const period = { from: firstOf(address['from']) || `${today.slice(0, 7)}-01`, to: firstOf(address['to']) || today }
  return (
    <>
      <PageTitle
        lead={m.books.lead}
        actions={
          <Button look="outline" icon="download" onClick={() => void read(contract['journal-csv'], period).then(saveBytes)}>
            {m.books.csv}
          </Button>
        }
      >
        {m.books.title}
      </PageTitle>
      <Stack>
        <PeriodFields key={`${period.from} ${period.to}`} period={period} onApply={change} />
        <Tabs
          label={m.books.title}
          tabs={[
            { key: 'journal', label: m.books.journal, content: <Journal period={period} /> },
            { key: 'trial', label: m.books.trial, content: <TrialBalance period={period} /> },
          ]}
        />
        <Reopenings />
      </Stack>
    </>
  )
}

function PeriodFields({ period, onApply }: { period: Period; onApply: (period: Period) => void }) {
  const m = useMoneyWords()
  const [from, setFrom] = useState(period.from)
  const [to, setTo] = useState(period.to)
  return (
    <div className="flex flex-wrap items-end gap-x-6 gap-y-4">
      <DateField name="from" value={from} onChange={setFrom} label={m.books.from} />
      <DateField name="to" value={to} onChange={setTo} label={m.books.to} />
      <Button look="outline" onClick={() => onApply({ from, to })}>
        {m.books.apply}
      </Button>
    </div>
  )
}

function Journal({ period }: { period: Period }) {
  const m = useMoneyWords()
  const nameOf = useAccountName()
  const address = useListAddress([])
  const question = { ...period, search: address.view.text }
  const { found, server } = useServerPages(contract.journal, question, address)
  const side = (postings: readonly { account: string; debitYen: number; creditYen: number }[], of: 'debitYen' | 'creditYen'): string =>
    [...new Set(postings.filter((each) => each[of] > 0).map((each) => nameOf(each.account)))].join('、')
  return (
    <Loaded of={found}>
      {(data) => (
        <DataList
          caption={m.books.journal}
          rows={data.rows}
          rowKey={(row) => row.id}
          server={server}
          columns={[
            {
              key: 'description',
              label: m.books.description,
              value: (row) => row.description,
              show: (row) => (
                <>
                  {row.description} {row.isReversed ? <Badge>{m.books.reversal}</Badge> : null}
                </>
              ),
            },
            { key: 'date', label: m.date, value: (row) => row.entryOn, show: (row) => <DateText date={row.entryOn} short /> },
            { key: 'kind', label: m.books.kind, value: (row) => m.entryKinds[row.kind] ?? row.kind },
            { key: 'debit', label: m.books.debit, value: (row) => side(row.postings, 'debitYen') },
            { key: 'credit', label: m.books.credit, value: (row) => side(row.postings, 'creditYen') },
            { key: 'amount', label: m.amount, value: (row) => row.amountYen, show: (row) => <Money yen={row.amountYen} />, numeric: true },
            { key: 'party', label: m.books.party, value: (row) => row.postings.find((each) => each.party !== null)?.party ?? '' },
          ]}
          rowActions={{
            label: m.invoices.reverse,
            show: (row) => (row.isReversible && !row.isReversed ? <ReverseButton entryId={row.id} /> : null),
          }}
          empty={{ title: m.books.none, text: m.books.noneText, icon: 'book' }}
        />
      )}
    </Loaded>
  )
}

/** Every entry is looked at, so only when somebody asks. */
function BooksProof() {
  const m = useMoneyWords()
  const [asked, setAsked] = useState(false)
  const proof = useRead(contract['books-proof'], {}, { enabled: asked })
  return (
    <div className="flex flex-wrap items-center gap-4">
      <Button look="outline" pending={proof.isFetching} onClick={() => (asked ? void proof.refetch() : setAsked(true))}>
        {m.books.prove}
      </Button>
      <div role="status">
        {asked ? (
          <Loaded of={proof}>
            {({ imbalanceCount }) =>
              imbalanceCount === 0 ? <Done>{m.books.proved}</Done> : <Notice tone="danger">{m.books.imbalances(imbalanceCount)}</Notice>
            }
          </Loaded>
        ) : null}
      </div>
    </div>
  )
}

function TrialBalance({ period }: { period: Period }) {
  const m = useMoneyWords()
  const nameOf = useAccountName()
  const trial = useRead(contract['trial-balance'], period)
  return (
    <Loaded of={trial}>
      {(data) => (
        <Stack gap="medium">
          {data.differenceYen === 0 && data.imbalanceCount === 0 ? (
            <Done>{m.books.balanced}</Done>
          ) : (
            <Notice tone="danger">{m.books.notBalanced}</Notice>
          )}
          <BooksProof />
          <DataList
            caption={m.books.trial}
            prefix="trial"
            toolsFrom={100}
            rows={data.rows}
            rowKey={(row) => row.account}
            columns={[
              { key: 'account', label: m.books.account, value: (row) => nameOf(row.account) },
              {
                key: 'opening',
                label: m.books.opening,
                value: (row) => row.openingYen,
                show: (row) => <Money yen={row.openingYen} />,
                numeric: true,
              },
              {
                key: 'debit',
                label: m.books.debit,
                value: (row) => row.debitYen,
                show: (row) => <Money yen={row.debitYen} />,
                numeric: true,
              },
              {
                key: 'credit',
                label: m.books.credit,
                value: (row) => row.creditYen,
                show: (row) => <Money yen={row.creditYen} />,
                numeric: true,
              },
              {
                key: 'closing',
                label: m.books.closing,
                value: (row) => row.closingYen,
                show: (row) => <Money yen={row.closingYen} />,
                numeric: true,
              },
            ]}
            totals={{ account: m.total, debit: <Money yen={data.debitYen} />, credit: <Money yen={data.creditYen} /> }}
            empty={{ title: m.books.none, text: m.books.noneText, icon: 'book' }}
          />
        </Stack>
      )}
    </Loaded>
  )
}
