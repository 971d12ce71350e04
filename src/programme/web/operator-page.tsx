import { Checkbox, RadioGroup } from '../../ui/choice-field.tsx'
import { useRead } from '../../ui/client.ts'
import { CodeField } from '../../ui/code-field.tsx'
import { Form } from '../../ui/form.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Card, Heading } from '../../ui/surface.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useForm } from '../../ui/use-form.ts'
import { contract } from '../contract/index.ts'
import { SetUpFrame } from './set-up-frame.tsx'
import { useProgrammeWords } from './words.ts'

type Programme = (typeof contract)['programme']['output']['_output']
type Account = (typeof contract)['operator-account']['output']['_output']['bankAccount']

const noAccount = {
  requesterCode: '',
  requesterKana: '',
  bankCode: '',
  bankName: '',
  branchCode: '',
  branchName: '',
  accountType: 'ordinary' as const,
  accountNumber: '',
}
const accountTypes = ['ordinary', 'current', 'savings', 'other'] as const

function OperatorForm({ programme, account }: { programme: Programme; account: Account }) {
  const m = useProgrammeWords()
  const { accountTypes: typeNames } = m.operator
  const form = useForm(contract['change-operator'], {
    initial: {
      operatorName: programme.operatorName,
      operatorKana: programme.operatorKana,
      operatorRepresentative: programme.operatorRepresentative,
      operatorAddress: programme.operatorAddress,
      operatorContact: programme.operatorContact,
      operatorInvoiceNumber: programme.operatorInvoiceNumber ?? '',
      payDay: programme.payDay as number | null,
      transferLeadDays: programme.transferLeadDays as number | null,
      reopeningDays: programme.reopeningDays as number | null,
      withBank: account !== null,
      ...noAccount,
      ...account,
    },
    input: ({
      withBank,
      requesterCode,
      requesterKana,
      bankCode,
      bankName,
      branchCode,
      branchName,
      accountType,
      accountNumber,
      ...rest
    }) => ({
      ...rest,
      operatorInvoiceNumber: rest.operatorInvoiceNumber === '' ? null : rest.operatorInvoiceNumber,
      bankAccount: withBank
        ? { requesterCode, requesterKana, bankCode, bankName, branchCode, branchName, accountType, accountNumber }
        : null,
    }),
    onDone: ({ heldBack }) => showToast(heldBack ? m.programme.heldBack : m.saved, heldBack ? { tone: 'warning' } : {}),
    refusals: m.refusals,
    faults: m.faults,
  })
  // The account is one part of the input, so its faults stand under that part's path.
  const bank = <Key extends keyof typeof noAccount>(key: Key) => ({
    ...form.field(key),
    name: `bankAccount.${key}`,
    error: form.errors.find((error) => error.path === `bankAccount.${key}`)?.text ?? null,
  })
  return (
    <Form form={form} submit={m.save}>
      <TextField {...form.field('operatorName')} label={m.operator.name} required />
      <TextField {...form.field('operatorKana')} label={m.operator.kana} optional />
      <TextField {...form.field('operatorRepresentative')} label={m.operator.representative} optional />
      <TextField {...form.field('operatorAddress')} label={m.address} optional />
      <TextField {...form.field('operatorContact')} label={m.contact} help={m.operator.contactHelp} optional />
      <CodeField
        {...form.field('operatorInvoiceNumber')}
        inputMode="text"
        label={m.operator.invoiceNumber}
        help={m.operator.invoiceNumberHelp}
        width="medium"
        optional
      />
      <NumberField {...form.field('payDay')} label={m.operator.payDay} help={m.operator.payDayHelp} unit={m.operator.dayUnit} required />
      <NumberField
        {...form.field('reopeningDays')}
        label={m.operator.reopeningDays}
        help={m.operator.reopeningDaysHelp}
        unit={m.operator.reopeningDaysUnit}
        required
      />
      <div className="border-t border-line pt-6">
        <Heading level={2}>{m.operator.bankTitle}</Heading>
        <p className="measure mt-1 text-ink-soft">{m.operator.bankHelp}</p>
      </div>
      <Checkbox {...form.field('withBank')} label={m.operator.withBank} />
      {form.values.withBank ? (
        <>
          <CodeField {...bank('requesterCode')} label={m.operator.requesterCode} required />
          <TextField {...bank('requesterKana')} label={m.operator.requesterKana} width="medium" required />
          <CodeField {...bank('bankCode')} label={m.operator.bankCode} required />
          <TextField {...bank('bankName')} label={m.operator.bankName} width="medium" required />
          <CodeField {...bank('branchCode')} label={m.operator.branchCode} required />
          <TextField {...bank('branchName')} label={m.operator.branchName} width="medium" required />
          <RadioGroup
            {...bank('accountType')}
            onChange={(value) => form.set('accountType', value === '' ? 'ordinary' : value)}
            label={m.operator.accountType}
            options={accountTypes.map((value) => ({ value, label: typeNames[value] }))}
            required
          />
          <CodeField {...bank('accountNumber')} label={m.operator.accountNumber} required />
          <NumberField
            {...form.field('transferLeadDays')}
            label={m.operator.leadDays}
            help={m.operator.leadDaysHelp}
            unit={m.operator.leadDaysUnit}
            required
          />
        </>
      ) : null}
    </Form>
  )
}

export default function OperatorPage() {
  const m = useProgrammeWords()
  const programme = useRead(contract.programme, {})
  const account = useRead(contract['operator-account'], {})
  return (
    <SetUpFrame step="operator" title={m.operator.title} lead={m.operator.lead}>
      <Card>
        <Loaded of={programme} lines={10}>
          {(data) => <Loaded of={account}>{({ bankAccount }) => <OperatorForm programme={data} account={bankAccount} />}</Loaded>}
        </Loaded>
      </Card>
    </SetUpFrame>
  )
}
