import { useRead, useWrite } from '../../ui/client.ts'
import { Button } from '../../ui/button.tsx'
import { RadioGroup } from '../../ui/choice-field.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Form } from '../../ui/form.tsx'
import { useFormat } from '../../ui/format.ts'
import { Loaded } from '../../ui/loading.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { Badge } from '../../ui/status.tsx'
import { Card, Stack } from '../../ui/surface.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useForm } from '../../ui/use-form.ts'
import { contract } from '../contract/index.ts'
import { useMoneyWords } from './words.ts'

/** Up to when the books are closed, and which periods two persons opened again. */
export function Reopenings() {
  const m = useMoneyWords()
  const format = useFormat()
  const found = useRead(contract.reopenings, {})
  const approve = useWrite(contract['approve-reopening'], { onSuccess: () => showToast(m.reopening.opened) })
  return (
    <Loaded of={found} lines={2}>
      {({ lockedOn, days, rows }) =>
        lockedOn === null ? null : (
          <Card title={m.reopening.title}>
            <Stack gap="medium">
              <p className="measure">{m.reopening.text(format.date(lockedOn), days)}</p>
              <RefusalNotice refusal={approve.refusal} words={m.refusals} />
              <ul className="divide-y divide-line">
                {rows.map((row) => (
                  <li key={row.id} className="flex flex-wrap items-center justify-between gap-3 py-3">
                    <span>
                      <span className="font-bold">{m.reopening.days(format.date(row.firstOn), format.date(row.lastOn))}</span>
                      <span className="block text-ink-soft">{`${row.reason} ・ ${row.askedBy}`}</span>
                    </span>
                    {row.openUntil !== null ? (
                      <Badge>{m.reopening.until(format.date(row.openUntil))}</Badge>
                    ) : row.isOwn ? (
                      <span className="text-ink-soft">{m.reopening.waits}</span>
                    ) : (
                      <Button
                        size="small"
                        look="outline"
                        pending={approve.pending}
                        onClick={() => void approve.run({ reopeningId: row.id }).catch(() => undefined)}
                      >
                        {m.reopening.approve}
                      </Button>
                    )}
                  </li>
                ))}
              </ul>
              <Disclosure summary={m.reopening.ask}>
                <AskForm lockedOn={lockedOn} />
              </Disclosure>
            </Stack>
          </Card>
        )
      }
    </Loaded>
  )
}

function AskForm({ lockedOn }: { lockedOn: string }) {
  const m = useMoneyWords()
  const form = useForm(contract['ask-reopening'], {
    initial: { month: lockedOn, period: 'month' as 'month' | 'year' | '', reason: '' },
    input: (values) => ({ ...values, month: `${values.month.slice(0, 7)}-01`, period: values.period === '' ? null : values.period }),
    refusals: m.refusals,
    faults: m.faults,
    onDone: () => showToast(m.reopening.asked),
  })
  return (
    <Form form={form} submit={m.reopening.ask}>
      <DateField {...form.field('month')} label={m.reopening.day} max={lockedOn} required />
      <RadioGroup
        {...form.field('period')}
        label={m.reopening.period}
        options={[
          { value: 'month', label: m.reopening.month },
          { value: 'year', label: m.reopening.year },
        ]}
        required
      />
      <TextArea {...form.field('reason')} label={m.reason} required limit={1000} />
    </Form>
  )
}
