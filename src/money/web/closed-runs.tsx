import { Button } from '../../ui/button.tsx'
import { useWrite } from '../../ui/client.ts'
import { Link } from '../../ui/navigation.tsx'
import { RadioGroup } from '../../ui/choice-field.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { DescriptionList } from '../../ui/description-list.tsx'
import { Form } from '../../ui/form.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { Badge, Notice, ProgressBar, type Tone } from '../../ui/status.tsx'
import { Card, Heading } from '../../ui/surface.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useForm } from '../../ui/use-form.ts'
import { useGo } from '../../ui/navigation.tsx'
import { useFormat } from '../../ui/format.ts'
import { DateText, Money, NumberText, todayInJapan } from '../../ui/value-text.tsx'
import { contract } from '../contract/index.ts'
import type { Stair } from './answers.ts'
import { Done } from './done.tsx'
import { useMoneyWords } from './words.ts'

type Close = Stair['closes'][number]
export const batchTones = {
  made: 'warning',
  approved: 'info',
  exported: 'info',
  recorded: 'success',
  refused: 'neutral',
} as const satisfies Record<Close['batches'][number]['state'], Tone>

/** Steps 5 and 6 of each close: its statements, its transfers, what is paid. */
export function ClosedRuns({ stair }: { stair: Stair }) {
  return (
    <>
      {stair.closes.map((close) => (
        <Run key={close.closeId} close={close} hasOperatorAccount={stair.hasOperatorAccount} />
      ))}
    </>
  )
}

function Run({ close, hasOperatorAccount }: { close: Close; hasOperatorAccount: boolean }) {
  const m = useMoneyWords()
  const format = useFormat()
  return (
    <Card
      title={m.closing.run(close.run)}
      aside={
        <Link href={`/statements?close=${close.closeId}`} className="inline-block py-2">
          {m.closing.statementsLink}
        </Link>
      }
    >
      <div className="space-y-6">
        <DescriptionList
          items={[
            {
              term: m.closing.closedAt,
              value: (
                <>
                  <DateText date={close.closedAt} time /> ・ {close.closedBy}
                </>
              ),
            },
            { term: m.closing.workers, value: <NumberText value={close.workerCount} /> },
            { term: m.net, value: <Money yen={close.netYen} /> },
            { term: m.payOn, value: <DateText date={close.payOn} relativeTo={todayInJapan()} /> },
            close.lateReason === '' ? null : { term: m.closing.lateReason, value: close.lateReason },
            {
              term: m.closing.statements,
              value: [
                m.closing.papers(close.documentCount, close.statementCount),
                m.closing.confirmed(close.confirmedCount, close.statementCount),
                ...(close.objectedCount > 0 ? [m.closing.objected(close.objectedCount)] : []),
              ].join(' ・ '),
            },
          ]}
        />
        <Papers close={close} />
        <Pay close={close} hasOperatorAccount={hasOperatorAccount} />
        <section className="space-y-3">
          <Heading level={3}>{m.closing.results}</Heading>
          {close.paidYen >= close.owedYen ? <Done>{m.closing.allPaid}</Done> : null}
          <ProgressBar
            label={m.closing.paid}
            share={close.owedYen === 0 ? 1 : close.paidYen / close.owedYen}
            text={`${format.yen(close.paidYen)} / ${format.yen(close.owedYen)}`}
          />
        </section>
      </div>
    </Card>
  )
}

/** The papers are made in the background; what is missing can be made again by hand. */
function Papers({ close }: { close: Close }) {
  const m = useMoneyWords()
  const issue = useWrite(contract['issue-statements'], { onSuccess: (output) => showToast(m.closing.papersMade(output.issuedCount)) })
  if (close.documentCount >= close.statementCount) return null
  return (
    <div className="space-y-2">
      <Button
        look="outline"
        icon="document"
        pending={issue.pending}
        onClick={() => void issue.run({ closeId: close.closeId }).catch(() => undefined)}
      >
        {m.closing.makePapers}
      </Button>
      <RefusalNotice refusal={issue.refusal} words={{}} />
    </div>
  )
}

function Transfers({ close }: { close: Close }) {
  const m = useMoneyWords()
  if (close.batches.length === 0) return null
  return (
    <ul className="divide-y divide-line border-y border-line">
      {close.batches.map((batch) => (
        <li key={batch.batchId} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-3">
          <Link href={`/transfers/${batch.batchId}`} className="inline-block py-1">
            <DateText date={batch.valueOn} />
          </Link>
          <span>
            <NumberText value={batch.transferCount} /> ・ <Money yen={batch.totalYen} />
          </span>
          <Badge tone={batchTones[batch.state]}>{m.batchStates[batch.state]}</Badge>
        </li>
      ))}
    </ul>
  )
}

function Pay({ close, hasOperatorAccount }: { close: Close; hasOperatorAccount: boolean }) {
  const m = useMoneyWords()
  const payable = close.unpaidCount - close.withoutAccount.length
  const waiting = close.batches.some((batch) => batch.state === 'made' || batch.state === 'approved' || batch.state === 'exported')
  return (
    <section className="space-y-3">
      <Heading level={3}>{m.closing.pay}</Heading>
      <Transfers close={close} />
      {close.withoutAccount.length > 0 ? (
        <Notice tone="warning" title={m.closing.noAccount}>
          <ul className="list-disc pl-5">
            {close.withoutAccount.map((worker) => (
              <li key={worker.workerId}>
                <Link href={`/people/${worker.workerId}`}>{worker.workerName}</Link> ・ <Money yen={worker.netYen} /> ・{' '}
                {m.closing.accountReasons[worker.reason]}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {hasOperatorAccount ? null : <Notice tone="warning">{m.closing.noOperatorAccount}</Notice>}
      {payable > 0 && !waiting && hasOperatorAccount && close.valueDates ? <MakeBatch close={close} dates={close.valueDates} /> : null}
    </section>
  )
}

function MakeBatch({ close, dates }: { close: Close; dates: NonNullable<Close['valueDates']> }) {
  const m = useMoneyWords()
  const format = useFormat()
  const go = useGo()
  const form = useForm(contract['make-batch'], {
    initial: { valueOn: dates.lastOn, duplicates: 'ask' as 'ask' | 'pay' | 'leave-out', lateReason: '' },
    input: (values) => ({ ...values, closeId: close.closeId }),
    refusals: m.refusals,
    faults: m.faults,
    onDone: (output) => {
      showToast(m.closing.batchDone)
      go(`/transfers/${output.batchId}`)
    },
  })
  const isLate = form.values.valueOn > dates.limitOn && (close.lateReason === '' || form.values.valueOn > close.payOn)
  const isRepeated = form.refusalCode === 'duplicate-payment' || form.values.duplicates !== 'ask'
  return (
    <>
      <p className="measure">{m.closing.payText}</p>
      <Form form={form} submit={m.closing.makeBatch}>
        <DateField
          {...form.field('valueOn')}
          label={m.closing.valueOn}
          help={m.closing.valueHelp(format.date(dates.firstOn), format.date(dates.lastOn))}
          min={dates.firstOn}
          max={dates.lastOn}
          required
        />
        {isLate ? (
          <TextArea {...form.field('lateReason')} label={m.closing.lateReason} help={m.closing.lateHelp} required limit={1000} />
        ) : null}
        {isRepeated ? (
          <RadioGroup
            {...form.field('duplicates')}
            onChange={(value) => form.set('duplicates', value === '' ? 'ask' : value)}
            label={m.closing.duplicates}
            options={[
              { value: 'pay', label: m.closing.duplicatesPay },
              { value: 'leave-out', label: m.closing.duplicatesLeave },
            ]}
            required
          />
        ) : null}
      </Form>
    </>
  )
}
