import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { RadioGroup } from '../../ui/choice-field.tsx'
import { useRead } from '../../ui/client.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Form } from '../../ui/form.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Notice } from '../../ui/status.tsx'
import { Stack } from '../../ui/surface.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useForm } from '../../ui/use-form.ts'
import { contract } from '../contract/index.ts'
import { toAccountHolderKana } from '../rules/account-holder-kana.ts'
import { accountTypes, type AccountType, postBankAccount } from '../rules/bank-account.ts'
import { usePeopleWords } from './words.ts'

type Entry = { code: string; name: string }

const postBankCode = '9900'

type FinderProps = {
  label: string
  help: string
  rows: readonly Entry[]
  text: string
  onText: (text: string) => void
  onChoose: (entry: Entry) => void
}

/** Finds one of many by name, kana or code; a press chooses it. */
function Finder({ label, help, rows, text, onText, onChoose }: FinderProps) {
  const m = usePeopleWords().bank
  return (
    <div className="max-w-xl space-y-3">
      <SearchField label={label} help={help} value={text} onChange={onText} />
      {text.trim() === '' ? null : rows.length === 0 ? (
        <p className="text-ink-soft">{m.nothing}</p>
      ) : (
        <ul aria-label={m.found} className="max-h-80 divide-y divide-line overflow-y-auto rounded-8 border border-line">
          {rows.map((row) => (
            <li key={row.code}>
              <button
                type="button"
                onClick={() => onChoose(row)}
                className="tap flex w-full items-center gap-3 px-4 py-2 text-left hover:bg-accent-soft"
              >
                <span className="tabular text-ink-soft">{row.code}</span>
                <span className="font-bold">{row.name}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Chosen({ label, entry, onAgain }: { label: string; entry: Entry; onAgain: () => void }) {
  const m = usePeopleWords().bank
  return (
    <div className="flex max-w-xl flex-wrap items-center justify-between gap-3 rounded-12 border border-line bg-sunken px-4 py-3">
      <span>
        <span className="block text-ink-soft">{label}</span>
        <span className="font-bold">
          {entry.name} <span className="tabular font-normal">({entry.code})</span>
        </span>
      </span>
      <Button look="outline" size="small" onClick={onAgain}>
        {m.chooseOther}
      </Button>
    </div>
  )
}

function BankFinder({ bank, onChange }: { bank: Entry | null; onChange: (bank: Entry | null) => void }) {
  const m = usePeopleWords().bank
  const [text, setText] = useState('')
  const banks = useRead(contract.banks, { search: text }, { enabled: text.trim() !== '', keepPrevious: true })
  if (bank) return <Chosen label={m.bank} entry={bank} onAgain={() => onChange(null)} />
  return (
    <Finder label={m.bankSearch} help={m.bankSearchHelp} rows={banks.data?.rows ?? []} text={text} onText={setText} onChoose={onChange} />
  )
}

function BranchFinder({ bank, branch, onChange }: { bank: Entry; branch: Entry | null; onChange: (branch: Entry | null) => void }) {
  const m = usePeopleWords().bank
  const [text, setText] = useState('')
  const branches = useRead(contract.branches, { bankCode: bank.code, search: text }, { enabled: text.trim() !== '', keepPrevious: true })
  if (branch) return <Chosen label={m.branch} entry={branch} onAgain={() => onChange(null)} />
  return (
    <Finder
      label={m.branchSearch}
      help={m.branchSearchHelp}
      rows={branches.data?.rows ?? []}
      text={text}
      onText={setText}
      onChoose={onChange}
    />
  )
}

function PostBank({
  onConvert,
}: {
  onConvert: (account: { branchCode: string; accountType: AccountType; accountNumber: string }) => void
}) {
  const { bank: m, number: numberLabel } = usePeopleWords()
  const [symbol, setSymbol] = useState('')
  const [number, setNumber] = useState('')
  const [wrong, setWrong] = useState(false)
  const convert = (): void => {
    const account = postBankAccount(symbol.normalize('NFKC').trim(), number.normalize('NFKC').trim())
    setWrong(account === null)
    if (account) onConvert(account)
  }
  return (
    <Disclosure summary={m.post}>
      <Stack gap="medium">
        <p>{m.postText}</p>
        <TextField name="symbol" value={symbol} onChange={setSymbol} label={m.symbol} inputMode="numeric" width="short" maxLength={5} />
        <TextField
          name="postNumber"
          value={number}
          onChange={setNumber}
          label={numberLabel}
          inputMode="numeric"
          width="short"
          maxLength={8}
        />
        {wrong ? (
          <Notice tone="warning" live>
            {m.postWrong}
          </Notice>
        ) : null}
        <div>
          <Button look="outline" onClick={convert}>
            {m.convert}
          </Button>
        </div>
      </Stack>
    </Disclosure>
  )
}

/** Bank and branch are chosen, never typed, and the holder's kana are shown as the bank will read them. */
export function BankAccountForm({ workerId, onDone }: { workerId: string; onDone: () => void }) {
  const m = usePeopleWords()
  const [bank, setBank] = useState<Entry | null>(null)
  const [branch, setBranch] = useState<Entry | null>(null)
  const form = useForm(contract['record-bank-account'], {
    initial: { accountType: 'ordinary' as AccountType | '', accountNumber: '', holderKana: '', holderReason: '' },
    input: ({ accountType, ...values }) => ({
      ...values,
      accountType: accountType === '' ? null : accountType,
      accountNumber: values.accountNumber.normalize('NFKC').trim(),
      workerId,
      bankCode: bank?.code ?? null,
      branchCode: branch?.code ?? null,
    }),
    onDone: () => {
      showToast(m.bank.recorded)
      onDone()
    },
    refusals: m.refusals,
    faults: m.faults,
  })
  const kana = toAccountHolderKana(form.values.holderKana)
  const fromPostBank = (account: { branchCode: string; accountType: AccountType; accountNumber: string }): void => {
    setBank({ code: postBankCode, name: m.bank.postBank })
    setBranch({ code: account.branchCode, name: account.branchCode })
    form.set('accountType', account.accountType)
    form.set('accountNumber', account.accountNumber)
  }
  return (
    <Form form={form} submit={m.bank.submit}>
      <PostBank onConvert={fromPostBank} />
      <BankFinder
        bank={bank}
        onChange={(chosen) => {
          setBank(chosen)
          setBranch(null)
        }}
      />
      {bank ? <BranchFinder key={bank.code} bank={bank} branch={branch} onChange={setBranch} /> : null}
      <RadioGroup
        {...form.field('accountType')}
        label={m.bank.accountType}
        options={accountTypes.map((value) => ({ value, label: m.bank.accountTypes[value] }))}
        required
      />
      <TextField
        {...form.field('accountNumber')}
        label={m.bank.accountNumber}
        help={m.bank.accountNumberHelp}
        inputMode="numeric"
        width="short"
        required
      />
      <TextField {...form.field('holderKana')} label={m.bank.holder} help={m.bank.holderHelp} width="medium" required />
      {form.refusalCode === 'holder-is-another' || form.values.holderReason !== '' ? (
        <TextArea {...form.field('holderReason')} label={m.bank.holderReason} help={m.bank.holderReasonHelp} required limit={1000} />
      ) : null}
      <p aria-live="polite" className="min-h-7 text-ink-soft">
        {kana.ok ? m.bank.preview(kana.kana) : ''}
      </p>
    </Form>
  )
}
