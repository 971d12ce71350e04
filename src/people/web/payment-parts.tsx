import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { useWrite } from '../../ui/client.ts'
import { DateField } from '../../ui/date-field.tsx'
import { DescriptionList } from '../../ui/description-list.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { CodeField } from '../../ui/code-field.tsx'
import { Form } from '../../ui/form.tsx'
import { useFormat } from '../../ui/format.ts'
import { Badge, Notice } from '../../ui/status.tsx'
import { Card, Stack } from '../../ui/surface.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useForm } from '../../ui/use-form.ts'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { todayInJapan } from '../../ui/value-text.tsx'
import { foldCode } from '../../platform/typed-text.ts'
import { contract } from '../contract/index.ts'
import { checkInvoiceNumber, formatInvoiceNumber } from '../rules/invoice-number.ts'
import { BankAccountForm } from './bank-account-form.tsx'
import type { PersonRecord } from './record.ts'
import { usePeopleWords } from './words.ts'

type Payment = NonNullable<PersonRecord['payment']>

/** The account to which fees go, and the form for another one. */
export function BankAccountCard({ workerId, payment }: { workerId: string; payment: Payment }) {
  const m = usePeopleWords()
  const format = useFormat()
  const [open, setOpen] = useState(false)
  const { bankAccount: account } = payment
  return (
    <Card title={m.bank.title}>
      <Stack gap="medium">
        {account ? (
          <DescriptionList
            items={[
              { term: m.bank.bank, value: `${account.bankName} (${account.bankCode})` },
              { term: m.bank.branch, value: `${account.branchName} (${account.branchCode})` },
              { term: m.bank.number, value: `${m.bank.accountTypes[account.accountType]} ${account.accountNumber}` },
              { term: m.bank.holderShort, value: account.holderKana },
            ]}
          />
        ) : (
          <Notice tone="warning">{m.bank.none}</Notice>
        )}
        {account ? <p className="text-ink-soft">{m.bank.since(format.date(account.recordedAt))}</p> : null}
        <div>
          <Button look={account ? 'outline' : 'solid'} onClick={() => setOpen(true)}>
            {account ? m.bank.change : m.bank.add}
          </Button>
        </div>
      </Stack>
      <Dialog open={open} onClose={() => setOpen(false)} title={account ? m.bank.change : m.bank.add} wide>
        {open ? <BankAccountForm workerId={workerId} onDone={() => setOpen(false)} /> : null}
      </Dialog>
    </Card>
  )
}

function InvoiceForm({ workerId, kind, onDone }: { workerId: string; kind: PersonRecord['kind']; onDone: () => void }) {
  const m = usePeopleWords()
  const form = useForm(contract['record-invoice-number'], {
    initial: { number: '', validFrom: '' },
    input: (values) => ({ ...values, number: foldCode(values.number), workerId }),
    onDone: (output) => {
      showToast(output.doubtful ? m.invoice.doubtful : m.invoice.recorded)
      onDone()
    },
    refusals: m.refusals,
  })
  const doubtful = checkInvoiceNumber(foldCode(form.values.number), kind) === 'warning'
  return (
    <Form form={form} submit={m.invoice.add}>
      <CodeField {...form.field('number')} label={m.invoice.number} help={m.invoice.numberHelp} inputMode="text" width="medium" required />
      {doubtful ? (
        <Notice tone="warning" live>
          {m.invoice.doubt}
        </Notice>
      ) : null}
      <DateField {...form.field('validFrom')} label={m.invoice.validFrom} required />
    </Form>
  )
}

function EndForm({ registrationId, onDone }: { registrationId: string; onDone: () => void }) {
  const m = usePeopleWords()
  const [validTo, setValidTo] = useState(todayInJapan())
  const end = useWrite(contract['end-invoice-registration'], {
    onSuccess: () => {
      showToast(m.invoice.endedToast)
      onDone()
    },
  })
  return (
    <Stack gap="medium">
      <RefusalNotice refusal={end.refusal} words={m.refusals} />
      <DateField name="validTo" value={validTo} onChange={setValidTo} label={m.invoice.endOn} required />
      <div>
        <Button pending={end.pending} onClick={() => void end.run({ registrationId, validTo }).catch(() => undefined)}>
          {m.invoice.end}
        </Button>
      </div>
    </Stack>
  )
}

/** Registrations as issuer of qualified invoices, the present one first. */
export function InvoiceCard({ workerId, kind, payment }: { workerId: string; kind: PersonRecord['kind']; payment: Payment }) {
  const m = usePeopleWords()
  const format = useFormat()
  const [open, setOpen] = useState<'new' | { end: string } | null>(null)
  const today = todayInJapan()
  const rows = payment.invoiceRegistrations
  return (
    <Card title={m.invoice.title}>
      <Stack gap="medium">
        <p>{m.invoice.text}</p>
        {rows.length === 0 ? <p className="font-bold">{m.invoice.none}</p> : null}
        <ul className="divide-y divide-line">
          {rows.map((row) => {
            const current = row.validTo === null || row.validTo >= today
            return (
              <li key={row.id} className="flex flex-wrap items-center justify-between gap-3 py-3">
                <span>
                  <span className="flex flex-wrap items-center gap-2 font-bold">
                    <span className="tabular">{formatInvoiceNumber(row.number)}</span>
                    <Badge tone={current ? 'success' : 'neutral'}>{current ? m.invoice.current : m.invoice.ended}</Badge>
                  </span>
                  <span className="text-ink-soft">
                    {m.invoice.period(format.date(row.validFrom), row.validTo === null ? m.invoice.open : format.date(row.validTo))}
                  </span>
                </span>
                {row.validTo === null ? (
                  <Button look="outline" size="small" onClick={() => setOpen({ end: row.id })}>
                    {m.invoice.end}
                  </Button>
                ) : null}
              </li>
            )
          })}
        </ul>
        <div>
          <Button look="outline" icon="plus" onClick={() => setOpen('new')}>
            {m.invoice.add}
          </Button>
        </div>
      </Stack>
      <Dialog open={open !== null} onClose={() => setOpen(null)} title={open === 'new' ? m.invoice.add : m.invoice.end}>
        {open === 'new' ? <InvoiceForm workerId={workerId} kind={kind} onDone={() => setOpen(null)} /> : null}
        {open !== null && open !== 'new' ? <EndForm registrationId={open.end} onDone={() => setOpen(null)} /> : null}
      </Dialog>
    </Card>
  )
}
