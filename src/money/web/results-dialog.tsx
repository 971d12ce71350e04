import { useState } from 'react'
import { Checkbox } from '../../ui/choice-field.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form } from '../../ui/form.tsx'
import { useRead } from '../../ui/client.ts'
import { useFormat } from '../../ui/format.ts'
import { YenField } from '../../ui/number-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useForm } from '../../ui/use-form.ts'
import { todayInJapan } from '../../ui/value-text.tsx'
import { contract } from '../contract/index.ts'
import type { Batch } from './answers.ts'
import { LateReason } from './late-reason.tsx'
import { useMoneyWords } from './words.ts'

type Props = { batch: Batch; open: boolean; onClose: () => void }

/** What the bank did: everything was paid, but for the payments that are ticked. */
export function ResultsDialog({ batch, open, onClose }: Props) {
  const m = useMoneyWords()
  return (
    <Dialog open={open} onClose={onClose} title={m.batch.recordTitle} wide>
      <ResultsForm batch={batch} onDone={onClose} />
    </Dialog>
  )
}

function ResultsForm({ batch, onDone }: { batch: Batch; onDone: () => void }) {
  const m = useMoneyWords()
  const format = useFormat()
  const [returned, setReturned] = useState<Readonly<Record<string, { label: string; note: string }>>>({})
  const [search, setSearch] = useState('')
  const found = useRead(contract.batch, { batchId: batch.batchId, search, limit: 200 }, { keepPrevious: true }).data ?? batch
  const form = useForm(contract['record-results'], {
    initial: { paidOn: batch.valueOn, feeYen: 0 as number | null },
    input: (values) => ({
      batchId: batch.batchId,
      paidOn: values.paidOn,
      feeYen: values.feeYen ?? 0,
      returned: Object.entries(returned).map(([transferId, { note }]) => ({ transferId, note })),
    }),
    refusals: m.refusals,
    faults: m.faults,
    onDone: ({ entryOn }, { paidOn }) => {
      showToast(entryOn === paidOn ? m.batch.recorded : m.batch.recordedLate(format.date(entryOn)))
      onDone()
    },
  })
  const tick = (transferId: string, label: string, on: boolean): void => {
    const { [transferId]: _, ...others } = returned
    setReturned(on ? { ...others, [transferId]: { label, note: '' } } : others)
  }
  const others = found.rows.filter((row) => !(row.transferId in returned))
  return (
    <Form form={form} submit={m.batch.record}>
      <DateField {...form.field('paidOn')} label={m.batch.paidOn} min={batch.valueOn} max={todayInJapan()} required />
      <YenField {...form.field('feeYen')} label={m.batch.transferFee} help={m.batch.transferFeeHelp} />
      <fieldset className="space-y-3">
        <legend className="mb-2 font-bold">{m.batch.returned}</legend>
        <p className="text-ink-soft">{m.batch.recordText}</p>
        {Object.entries(returned).map(([transferId, { label, note }]) => (
          <div key={transferId}>
            <Checkbox name={`returned-${transferId}`} value onChange={(on) => tick(transferId, label, on)} label={label} />
            <TextField
              name={`note-${transferId}`}
              value={note}
              onChange={(text) => setReturned({ ...returned, [transferId]: { label, note: text } })}
              label={m.batch.returnedNote}
            />
          </div>
        ))}
        <TextField name="find-returned" value={search} onChange={setSearch} label={m.batch.findReturned} optional />
        <div className="max-h-96 space-y-2 overflow-y-auto rounded-8 border border-line p-3">
          {others.map((row) => {
            const label = `${row.workerName} ・ ${format.yen(row.amountYen)}`
            return (
              <Checkbox
                key={row.transferId}
                name={`returned-${row.transferId}`}
                value={false}
                onChange={(on) => tick(row.transferId, label, on)}
                label={label}
              />
            )
          })}
          {found.next === null ? null : <p className="text-ink-soft">{m.batch.moreTransfers(found.total - found.rows.length)}</p>}
        </div>
      </fieldset>
    </Form>
  )
}

/** One payment that came back later. */
export function ReturnDialog({ transferId, onClose }: { transferId: string | null; onClose: () => void }) {
  const m = useMoneyWords()
  return (
    <Dialog open={transferId !== null} onClose={onClose} title={m.batch.recordReturn}>
      {transferId === null ? null : <ReturnForm transferId={transferId} onDone={onClose} />}
    </Dialog>
  )
}

function ReturnForm({ transferId, onDone }: { transferId: string; onDone: () => void }) {
  const m = useMoneyWords()
  const form = useForm(contract['record-return'], {
    initial: { returnedOn: todayInJapan(), note: '', feeYen: 0 as number | null, lateReason: '' },
    input: (values) => ({ ...values, transferId, feeYen: values.feeYen ?? 0 }),
    refusals: m.refusals,
    faults: m.faults,
    onDone: () => {
      showToast(m.batch.returnDone)
      onDone()
    },
  })
  return (
    <Form form={form} submit={m.batch.recordReturn}>
      <DateField {...form.field('returnedOn')} label={m.batch.returnedOn} max={todayInJapan()} required />
      <TextField {...form.field('note')} label={m.batch.returnedNote} />
      <YenField {...form.field('feeYen')} label={m.batch.fee} help={m.batch.feeHelp} />
      <LateReason refusalCode={form.refusalCode} field={form.field('lateReason')} />
    </Form>
  )
}
