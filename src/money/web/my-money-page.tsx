import type { z } from 'zod'
import { LinkButton } from '../../ui/button.tsx'
import { useRead } from '../../ui/client.ts'
import { DataList } from '../../ui/data-list.tsx'
import { useFormat } from '../../ui/format.ts'
import { Loaded } from '../../ui/loading.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Card, Figure, Grid, NextStep, Stack } from '../../ui/surface.tsx'
import { DateText, Money } from '../../ui/value-text.tsx'
import { DocumentButton } from '../../delivery/web/file-links.tsx'
import { contract } from '../contract/index.ts'
import { StatementBadge } from './statement-parts.tsx'
import { useMoneyWords } from './words.ts'

type Mine = z.output<(typeof contract)['my-money']['output']>

/** The yearly statements, for the worker's own tax return. */
function Years() {
  const m = useMoneyWords()
  const records = useRead(contract['my-payment-records'], {})
  if (!records.data || records.data.rows.length === 0) return null
  return (
    <Card title={m.taxes.mine}>
      <p className="mb-3 text-ink-soft">{m.taxes.mineText}</p>
      <ul className="divide-y divide-line border-y border-line">
        {records.data.rows.map((row) => (
          <li key={row.year} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
            <span className="font-bold">{m.taxes.calendarYear(row.year)}</span>
            <span>
              {m.taxes.net} <Money yen={row.netYen} /> ・ {m.taxes.withheld} <Money yen={row.withholdingYen} />
            </span>
            <DocumentButton id={row.documentId}>{m.pdf}</DocumentButton>
          </li>
        ))}
      </ul>
    </Card>
  )
}

export default function MyMoneyPage() {
  const m = useMoneyWords()
  const format = useFormat()
  const money = useRead(contract['my-money'], { limit: 200 })
  return (
    <>
      <PageTitle lead={m.mine.lead}>{m.mine.title}</PageTitle>
      <Loaded of={money} lines={8}>
        {(data) => (
          <Stack>
            <Next mine={data} />
            <Grid min="medium">
              <Figure label={m.mine.paid(format.fiscalYear(data.fiscalYear))} value={<Money yen={data.paidYen} />} note={m.mine.paidNote} />
              <Figure label={m.mine.accepted} value={<Money yen={data.acceptedYen} />} />
            </Grid>
            <Card title={m.mine.list}>
              <DataList
                caption={m.mine.list}
                rows={data.rows}
                rowKey={(row) => row.id}
                columns={[
                  {
                    key: 'month',
                    label: m.month,
                    value: (row) => format.month(row.month.slice(0, 7)),
                    href: (row) => `/my-money/${row.id}`,
                  },
                  { key: 'net', label: m.net, value: (row) => row.netYen, show: (row) => <Money yen={row.netYen} />, numeric: true },
                  {
                    key: 'payOn',
                    label: m.payOn,
                    value: (row) => row.payOn,
                    show: (row) => <DateText date={row.paidOn ?? row.payOn} short />,
                  },
                  {
                    key: 'state',
                    label: m.state,
                    value: (row) => m.transferStates[row.transferState],
                    show: (row) => <StatementBadge statement={row} />,
                  },
                  { key: 'answer', label: m.statements.answer, value: (row) => m.answers[row.answer] },
                ]}
                empty={{ title: m.mine.none, text: m.mine.noneText, icon: 'money' }}
              />
            </Card>
            <Years />
          </Stack>
        )}
      </Loaded>
    </>
  )
}

function Next({ mine }: { mine: Mine }) {
  const m = useMoneyWords()
  const format = useFormat()
  if (!mine.hasAccount) {
    return (
      <NextStep
        title={m.mine.noAccount}
        icon="warning"
        actions={
          <LinkButton size="large" href="/my/payment">
            {m.mine.register}
          </LinkButton>
        }
      >
        <p>{m.mine.noAccountText}</p>
      </NextStep>
    )
  }
  if (mine.nextPayOn === null) {
    return (
      <NextStep title={m.mine.calm} icon="done">
        <p>{m.mine.calmText}</p>
      </NextStep>
    )
  }
  return (
    <NextStep title={m.mine.next(format.date(mine.nextPayOn))} icon="money">
      <p className="text-[1.75rem] font-bold">
        <Money yen={mine.comingYen} />
      </p>
      <p>{m.mine.nextText}</p>
    </NextStep>
  )
}
