import type { z } from 'zod'
import { LinkButton } from '../../ui/button.tsx'
import { useRead } from '../../ui/client.ts'
import { useFormat } from '../../ui/format.ts'
import { Loaded } from '../../ui/loading.tsx'
import { Link } from '../../ui/navigation.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Card, Figure, Grid, Heading, NextStep, Stack } from '../../ui/surface.tsx'
import { DateText, Money } from '../../ui/value-text.tsx'
import { contract } from '../contract/index.ts'
import { useMoneyWords } from './words.ts'

type Home = z.output<(typeof contract)['office-home']['output']>
type Duty = Home['duties'][number]

/** Where a duty is done. */
function hrefOf({ kind, subject }: Duty): string {
  switch (kind) {
    case 'close':
    case 'undecided':
    case 'make-batch':
    case 'account-missing':
      return `/closing/${subject?.slice(0, 7) ?? ''}`
    case 'approve':
    case 'export':
    case 'results':
      return `/transfers/${subject ?? ''}`
    case 'objection':
      return `/statements/${subject ?? ''}`
    case 'invoice-missing':
      return '/invoices'
    case 'invoice-overdue':
      return `/invoices/${subject ?? ''}`
    case 'withholding-tax':
      return '/withholding'
    case 'credit-cap':
      return `/people/${subject ?? ''}`
    case 'payment-records':
      return `/withholding?tab=records&year=${subject ?? ''}`
  }
}

export default function OfficeHomePage() {
  const m = useMoneyWords()
  const home = useRead(contract['office-home'], {}, { everySeconds: 60 })
  return (
    <>
      <PageTitle>{m.home}</PageTitle>
      <Loaded of={home} lines={10}>
        {(data) => (
          <Stack>
            <Next home={data} />
            {data.duties.length > (nextDuty(data) ? 1 : 0) ? <Duties home={data} /> : null}
            <Balances home={data} />
          </Stack>
        )}
      </Loaded>
    </>
  )
}

/** The first duty; what the reader may not do themself is no next step of theirs. */
const nextDuty = (home: Home): Duty | undefined => home.duties.find((duty) => !(duty.kind === 'approve' && duty.isOwn))

function Next({ home }: { home: Home }) {
  const m = useMoneyWords()
  const first = nextDuty(home)
  if (!first) {
    return (
      <NextStep title={m.office.calm} icon="done">
        <p>{m.office.calmText}</p>
      </NextStep>
    )
  }
  return (
    <NextStep
      title={m.duties[first.kind]}
      icon="calendar"
      actions={
        <LinkButton size="large" href={hrefOf(first)}>
          {m.office.go}
        </LinkButton>
      }
    >
      <p>
        {m.office.nextText(first.count)}
        {first.amountYen > 0 ? (
          <>
            {' ・ '}
            <Money yen={first.amountYen} />
          </>
        ) : null}
      </p>
      {first.dueOn === null ? null : (
        <p className="font-bold">
          {m.office.due} <DateText date={first.dueOn} relativeTo={home.today} />
        </p>
      )}
    </NextStep>
  )
}

function Duties({ home }: { home: Home }) {
  const m = useMoneyWords()
  const format = useFormat()
  return (
    <Card title={m.office.duties}>
      <ul className="divide-y divide-line">
        {home.duties.map((duty) => (
          <li key={`${duty.kind} ${duty.subject}`} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
            <span className="min-w-0 flex-1 basis-64">
              <span className="block font-bold">{m.duties[duty.kind]}</span>
              <span className="block text-ink-soft">
                {duty.subject !== null && duty.kind !== 'approve' && /^\d{4}-\d{2}/.test(duty.subject)
                  ? `${format.month(duty.subject.slice(0, 7))} ・ `
                  : ''}
                {m.office.nextText(duty.count)}
                {duty.amountYen > 0 ? ` ・ ${format.yen(duty.amountYen)}` : ''}
              </span>
              {duty.kind === 'approve' && duty.isOwn ? <span className="block text-ink-soft">{m.office.ownBatch}</span> : null}
            </span>
            <span>{duty.dueOn === null ? null : <DateText date={duty.dueOn} relativeTo={home.today} />}</span>
            <LinkButton look="outline" size="small" href={hrefOf(duty)}>
              {m.open}
            </LinkButton>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Balances({ home }: { home: Home }) {
  const m = useMoneyWords()
  return (
    <section aria-labelledby="balances" className="space-y-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Heading id="balances">{m.office.balances}</Heading>
        <Link href="/books" className="inline-block py-2">
          {m.office.books}
        </Link>
      </div>
      <Grid min="medium">
        <Figure label={m.office.bank} value={<Money yen={home.bankYen} />} />
        <Figure label={m.office.payable} value={<Money yen={home.payableYen} />} />
        <Figure label={m.office.receivable} value={<Money yen={home.receivableYen} />} />
        <Figure label={m.office.withheld} value={<Money yen={home.withheldYen} />} />
        <Figure label={m.office.profit} value={<Money yen={home.yearProfitYen} />} note={<Link href="/profit">{m.open}</Link>} />
      </Grid>
    </section>
  )
}
