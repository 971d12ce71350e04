import { Select } from '../../ui/choice-field.tsx'
import { DescriptionList } from '../../ui/description-list.tsx'
import { Form } from '../../ui/form.tsx'
import { useFormat } from '../../ui/format.ts'
import { useGo } from '../../ui/navigation.tsx'
import { YenField } from '../../ui/number-field.tsx'
import { Stack } from '../../ui/surface.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useForm } from '../../ui/use-form.ts'
import { DateText, Money } from '../../ui/value-text.tsx'
import { calendarDate } from '../../units/calendar-date.ts'
import { yen } from '../../units/yen.ts'
import { contract } from '../contract/index.ts'
import { yenAmount } from '../contract/shapes.ts'
import { ourTaxRounding } from '../../orders/rules/consumption-tax.ts'
import { type Statement, statementOf } from '../rules/statement.ts'
import type { OfficeStatement } from './answers.ts'
import { useMoneyWords } from './words.ts'

type Line = { submissionId: string; amountYen: number | null; withholding: 'subject' | 'not-subject' }

/** All lines with the amounts that are right; the new sums are shown by the rule that the server applies. */
export function CorrectionForm({ statement, onDone }: { statement: OfficeStatement; onDone: () => void }) {
  const m = useMoneyWords()
  const go = useGo()
  const format = useFormat()
  const form = useForm(contract['correct-statement'], {
    initial: {
      reason: '',
      lines: statement.lines.map(({ submissionId, amountYen, withholding }): Line => ({ submissionId, amountYen, withholding })),
    },
    input: (values) => ({
      statementId: statement.id,
      reason: values.reason,
      lines: values.lines.map((line) => ({ ...line, amountYen: line.amountYen ?? Number.NaN })),
    }),
    refusals: m.refusals,
    onDone: (output) => {
      showToast(m.statements.corrected)
      onDone()
      go(`/statements/${output.statementId}`)
    },
  })
  const { lines } = form.values
  const change = (at: number, changed: Partial<Line>): void =>
    form.set(
      'lines',
      lines.map((line, index) => (index === at ? { ...line, ...changed } : line)),
    )
  const errorOf = (path: string): string | null => form.errors.find((error) => error.path === path)?.text ?? null
  const sums = sumsOf(statement, lines)
  return (
    <Form form={form} submit={m.statements.issueCorrection}>
      <p className="measure">{m.statements.correctText}</p>
      <Stack gap="medium">
        {statement.lines.map((line, at) => (
          <fieldset key={line.submissionId} className="rounded-12 border border-line p-4">
            <legend className="px-2 font-bold">
              {line.description} ・ {m.mine.received} <DateText date={line.receivedOn} short />
            </legend>
            <div className="flex flex-wrap gap-x-8 gap-y-4">
              <YenField
                name={`lines.${at}.amountYen`}
                label={m.statements.rightAmount}
                help={m.statements.amountNow(format.yen(line.amountYen))}
                value={lines[at]?.amountYen ?? null}
                error={errorOf(`lines.${at}.amountYen`)}
                onChange={(amountYen) => change(at, { amountYen })}
                required
              />
              {statement.workerKind === 'corporation' ? null : (
                <Select
                  name={`lines.${at}.withholding`}
                  label={m.withholding}
                  value={lines[at]?.withholding ?? ''}
                  onChange={(value) => (value === '' ? undefined : change(at, { withholding: value }))}
                  options={[
                    { value: 'subject', label: m.closing.subject },
                    { value: 'not-subject', label: m.closing.notSubject },
                  ]}
                />
              )}
            </div>
          </fieldset>
        ))}
      </Stack>
      <TextArea {...form.field('reason')} label={m.reason} help={m.statements.reasonHelp} required limit={1000} />
      {sums === null ? null : (
        <DescriptionList
          items={[
            { term: m.total, value: <Money yen={sums.totalYen} /> },
            { term: m.withholding, value: <Money yen={-sums.withholdingYen} /> },
            {
              term: m.net,
              value: (
                <>
                  <Money yen={statement.netYen} /> →{' '}
                  <strong>
                    <Money yen={sums.netYen} />
                  </strong>
                </>
              ),
            },
          ]}
        />
      )}
    </Form>
  )
}

/** Null while an amount is none that can be sent. */
function sumsOf(statement: OfficeStatement, lines: readonly Line[]): Statement | null {
  const amounts = lines.map((line) => yenAmount.safeParse(line.amountYen))
  if (amounts.some(({ success }) => !success)) return null
  const changed = statement.lines.map((line, at) => ({
    amountYen: yen(amounts[at]?.data ?? line.amountYen),
    taxRatePercent: line.taxRatePercent,
    withholding: lines[at]?.withholding ?? line.withholding,
  }))
  return statementOf(changed, {
    paidOn: calendarDate(statement.payOn),
    taxRounding: ourTaxRounding,
    workerKind: statement.workerKind,
    isRegistered: statement.registrationNumber !== null,
    // The form shows no credit.
    creditPercent: 0,
    together: { baseYen: yen(statement.othersBaseYen), withheldYen: yen(statement.othersWithheldYen) },
  })
}
