import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { RadioGroup } from '../../ui/choice-field.tsx'
import { useRead } from '../../ui/client.ts'
import { CodeField } from '../../ui/code-field.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { useFieldId } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Notice } from '../../ui/status.tsx'
import { Stack } from '../../ui/surface.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useForm } from '../../ui/use-form.ts'
import { foldCode } from '../../platform/typed-text.ts'
import { contract } from '../contract/index.ts'
import { toAccountHolderKana } from '../rules/account-holder-kana.ts'
import { accountTypes, type AccountType, postBankAccount } from '../rules/bank-account.ts'
import { usePeopleWords } from './words.ts'

type Entry = { code: string; name: string }

const postBankCode = '9900'

type FinderProps = {
  name: string
  label: string
  help: string
  error: string | null
  found: { rows: readonly Entry[]; of: string } | null
  hasFailed: boolean
  text: string
  onText: (text: string) => void
  onChoose: (entry: Entry) => void
}

/** Finds one of many by name, kana or code; a press chooses it. It says whether it is still looking, found nothing, or could not ask. */
function Finder({ name, label, help, error, found, hasFailed, text, onText, onChoose }: FinderProps) {
  const m = usePeopleWords().bank
  const id = useFieldId({ name }, label)
  const isLooking = found === null || found.of !== text.trim()
  const rows = found?.rows ?? []
  return (
    <div className="max-w-xl space-y-3">
      <SearchField label={label} help={help} value={text} onChange={onText} field={{ id, name, error }} />
      <p role="status" className={text.trim() === '' || (rows.length > 0 && !hasFailed) ? 'sr-only' : 'text-ink-soft'}>
        {text.trim() === ''
          ? ''
          : hasFailed
            ? m.unreachable
            : isLooking
              ? m.looking
              : rows.length === 0
                ? m.nothing
                : m.foundCount(rows.length)}
      </p>
      {text.trim() === '' || rows.length === 0 ? null : (
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

/** What was found, with the text for which; the answer for another text is shown while its own is on the way. */
const foundBy = (
  answer: { isPlaceholderData: boolean; data: { rows: readonly Entry[] } | undefined },
  text: string,
): FinderProps['found'] => (answer.data === undefined ? null : { rows: answer.data.rows, of: answer.isPlaceholderData ? '' : text.trim() })

function BankFinder({ bank, error, onChange }: { bank: Entry | null; error: string | null; onChange: (bank: Entry | null) => void }) {
  const m = usePeopleWords().bank
  const [text, setText] = useState('')
  const banks = useRead(contract.banks, { search: text }, { enabled: text.trim() !== '', keepPrevious: true })
  if (bank) return <Chosen label={m.bank} entry={bank} onAgain={() => onChange(null)} />
  return (
    <Finder
      name="bankCode"
      label={m.bankSearch}
      help={m.bankSearchHelp}
      error={error}
      found={foundBy(banks, text)}
      hasFailed={banks.isError}
      text={text}
      onText={setText}
      onChoose={onChange}
    />
  )
}

type BranchFinderProps = { bank: Entry; branch: Entry | null; error: string | null; onChange: (branch: Entry | null) => void }

function BranchFinder({ bank, branch, error, onChange }: BranchFinderProps) {
  const m = usePeopleWords().bank
  const [text, setText] = useState('')
  const branches = useRead(contract.branches, { bankCode: bank.code, search: text }, { enabled: text.trim() !== '', keepPrevious: true })
  if (branch) return <Chosen label={m.branch} entry={branch} onAgain={() => onChange(null)} />
  return (
    <Finder
      name="branchCode"
      label={m.branchSearch}
      help={m.branchSearchHelp}
      error={error}
      found={foundBy(branches, text)}
      hasFailed={branches.isError}
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
    const account = postBankAccount(foldCode(symbol), foldCode(number))
    setWrong(account === null)
    if (account) onConvert(account)
  }
  return (
    <Disclosure summary={m.post}>
      <Stack gap="medium">
        <p>{m.postText}</p>
        <CodeField name="symbol" value={symbol} onChange={setSymbol} label={m.symbol} />
        <CodeField name="postNumber" value={number} onChange={setNumber} label={numberLabel} />
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
      accountNumber: foldCode(values.accountNumber),
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
  const errorOf = (path: string): string | null => form.errors.find((error) => error.path === path)?.text ?? null
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
        error={errorOf('bankCode')}
        onChange={(chosen) => {
          setBank(chosen)
          setBranch(null)
        }}
      />
      {bank ? <BranchFinder key={bank.code} bank={bank} branch={branch} error={errorOf('branchCode')} onChange={setBranch} /> : null}
      <RadioGroup
        {...form.field('accountType')}
        label={m.bank.accountType}
        options={accountTypes.map((value) => ({ value, label: m.bank.accountTypes[value] }))}
        required
      />
      <CodeField {...form.field('accountNumber')} label={m.bank.accountNumber} help={m.bank.accountNumberHelp} required />
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
