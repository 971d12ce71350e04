import type { z } from 'zod'
import { LinkButton } from '../../ui/button.tsx'
import { useRead } from '../../ui/client.ts'
import { DataList } from '../../ui/data-list.tsx'
import { useFormat } from '../../ui/format.ts'
import { Loaded } from '../../ui/loading.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Card, Figure, Grid, NextStep, Stack } from '../../ui/surface.tsx'
import { DateText, Money } from '../../ui/value-text.tsx'
import { useWholeList } from '../../ui/server-pages.ts'
import { ComingDays } from '../../delivery/web/coming-days.tsx'
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
  const money = useWholeList(contract['my-money'], {})
  return (
    <>
      <PageTitle lead={m.mine.lead}>{m.mine.title}</PageTitle>
      <Loaded of={money} lines={8}>
        {(data) => (
          <Stack>
            <Next mine={data} />
            <Grid min="medium">
              <Figure label={m.mine.paid(format.fiscalYear(data.fiscalYear))} value={<Money yen={data.paidYen} />} note={m.mine.paidNote} />
              <Figure
                label={m.mine.paid(m.taxes.calendarYear(data.calendarYear))}
                value={<Money yen={data.calendarPaidYen} />}
                note={m.mine.calendarNote}
              />
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
        {mine.coming.length === 0 ? null : <ComingDays days={mine.coming} today={mine.today} />}
      </NextStep>
    )
  }
  const [first] = mine.coming
  if (first === undefined) {
    return (
      <NextStep title={m.mine.calm} icon="done">
        <p>{m.mine.calmText}</p>
      </NextStep>
    )
  }
  const title = first.statedYen > 0 ? m.mine.next(format.date(first.payOn)) : m.mine.planned(format.date(first.payOn))
  return (
    <NextStep title={title} icon="money">
      <ComingDays days={mine.coming} today={mine.today} />
      <p>{m.mine.nextText}</p>
    </NextStep>
  )
}
