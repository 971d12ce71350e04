import type { ReactNode } from 'react'
import { Checkbox } from '../../ui/choice-field.tsx'
import { DescriptionList } from '../../ui/description-list.tsx'
import { Form } from '../../ui/form.tsx'
import { useFormat } from '../../ui/format.ts'
import { Notice } from '../../ui/status.tsx'
import { Card } from '../../ui/surface.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useForm } from '../../ui/use-form.ts'
import { DateText, Money, NumberText } from '../../ui/value-text.tsx'
import { contract } from '../contract/index.ts'
import { CloseChecks } from './close-checks.tsx'
import type { Stair } from './answers.ts'
import { Done } from './done.tsx'
import { useMoneyWords } from './words.ts'

/** Steps 3 and 4: the totals that a close would have, and the close with just these. */
export function CloseStep({ stair, again }: { stair: Stair; again: ReactNode }) {
  const m = useMoneyWords()
  const { open } = stair
  return (
    <>
      <Card title={m.closing.totals} aside={again}>
        <CloseChecks stair={stair} />
        {open.lineCount === 0 ? null : <Totals stair={stair} />}
      </Card>
      <Card title={m.closing.closeTitle}>
        <CloseForm stair={stair} />
      </Card>
    </>
  )
}

function Totals({ stair }: { stair: Stair }) {
  const m = useMoneyWords()
  const format = useFormat()
  const { open } = stair
  return (
    <div className="mt-6">
      <DescriptionList
        items={[
          { term: m.closing.workers, value: <NumberText value={open.workerCount} /> },
          { term: m.closing.statements, value: <NumberText value={open.statementCount} /> },
          { term: m.closing.lines, value: <NumberText value={open.lineCount} /> },
          { term: m.fee, value: <Money yen={open.subtotalYen} /> },
          { term: m.tax, value: <Money yen={open.taxYen} /> },
          { term: m.total, value: <Money yen={open.totalYen} /> },
          { term: m.withholding, value: <Money yen={-open.withholdingYen} /> },
          {
            term: m.net,
            value: (
              <span className="text-[1.375rem] font-bold">
                <Money yen={open.netYen} />
              </span>
            ),
          },
          { term: m.payOn, value: <DateText date={stair.payOn} /> },
        ]}
      />
      {stair.limitOn === null ? null : <p className="mt-3 text-ink-soft">{m.closing.limit(format.date(stair.limitOn))}</p>}
      {stair.limitOn !== null && stair.payOn > stair.limitOn ? (
        <div className="mt-3">
          <Notice tone="danger">{m.closing.limitPassed}</Notice>
        </div>
      ) : null}
    </div>
  )
}

function CloseForm({ stair }: { stair: Stair }) {
  const m = useMoneyWords()
  const { open } = stair
  const form = useForm(contract['close-month'], {
    initial: { leaveWaiting: false, lateReason: '' },
    input: (values) => ({
      month: stair.month,
      expectedLineCount: open.lineCount,
      expectedNetYen: open.netYen,
      leaveWaiting: values.leaveWaiting,
      lateReason: values.lateReason,
    }),
    refusals: m.refusals,
    onDone: () => showToast(m.closing.closeDone),
  })
  if (!stair.isOver) return <p className="text-ink-soft">{m.closing.notOverText}</p>
  if (open.lineCount === 0)
    return stair.closes.length > 0 ? <Done>{m.closing.nothingOpen}</Done> : <p className="text-ink-soft">{m.closing.nothing}</p>
  if (!stair.isDurable) return <Notice tone="danger">{m.closing.notDurable}</Notice>
  return (
    <>
      <p className="measure mb-4">{m.closing.closeText}</p>
      <Form form={form} submit={m.closing.closeButton}>
        {stair.waitingCount + stair.overdueCount > 0 ? <Checkbox {...form.field('leaveWaiting')} label={m.closing.leave} /> : null}
        {stair.limitOn !== null && stair.payOn > stair.limitOn ? (
          <TextArea {...form.field('lateReason')} label={m.closing.lateReason} help={m.closing.lateHelp} required limit={1000} />
        ) : null}
      </Form>
    </>
  )
}
