import { judgePayDate } from '../../orders/rules/pay-date.ts'
import { toAccountHolderKana } from '../../people/rules/account-holder-kana.ts'
import { checkInvoiceNumber, corporateCheckDigit } from '../../people/rules/invoice-number.ts'
import { foldCode } from '../../platform/typed-text.ts'
import {
  isMunicipalityCode,
  municipalityCheckDigit,
  municipalityCodeKind,
  prefectureNameOf,
} from '../../programme/rules/municipality-code.ts'
import { municipalitiesSince } from '../../programme/rules/municipality-list.ts'
import { bankDayOnOrAfter, bankDayOnOrBefore, isBankDay } from '../../units/business-day.ts'
import { type CalendarDate, calendarDate, isCalendarDate } from '../../units/calendar-date.ts'
import { fiscalYearOf, formatFiscalYear } from '../../units/fiscal-year.ts'
import { type InputFault, shown } from './faults.ts'
import { type Arguments, type OptionKinds, readArguments, unexpectedWords } from './options.ts'
import type { Answer, Call, Verb } from './verb.ts'

type Verdict = { readonly valid: boolean } & Readonly<Record<string, unknown>>
type Check = { readonly words: readonly string[]; readonly options: OptionKinds; readonly run: (given: Given) => Verdict | null }
type Given = { readonly call: Call; readonly arguments: Arguments }

/** `kado check WHAT …`: small checks; the exit code is 0 when valid and 1 when not. */
export const run: Verb = async (call) => {
  const [what, ...rest] = call.argv
  const known = Object.keys(checks)
  const check = what !== undefined && Object.hasOwn(checks, what) ? checks[what] : undefined
  if (!check) {
    const fault =
      what === undefined ? ({ code: 'missing-argument', name: 'WHAT' } as const) : ({ code: 'unknown-check', found: what, known } as const)
    call.faults.push({ area: 'argument', name: what ?? 'WHAT', fault })
    return null
  }
  const read = readArguments(rest, check.options)
  call.faults.push(...read.faults, ...unexpectedWords(read.words, check.words.length))
  for (const name of check.words.slice(read.words.length)) noteMissing(call, name)
  const verdict = check.run({ call, arguments: read })
  return verdict && call.faults.length === 0 ? answerOf(verdict) : null
}

function answerOf(verdict: Verdict): Answer {
  return { output: `${JSON.stringify(verdict)}\n`, exitCode: verdict.valid ? 0 : 1 }
}

const checks: Readonly<Record<string, Check>> = {
  'municipality-code': { words: ['CODE'], options: {}, run: checkMunicipalityCode },
  'invoice-number': { words: ['NUMBER'], options: { kind: 'value' }, run: checkInvoice },
  kana: { words: ['KANA'], options: {}, run: checkKana },
  'pay-date': { words: [], options: { received: 'value', pay: 'value' }, run: checkPayDate },
  'bank-day': { words: ['DATE'], options: {}, run: checkBankDay },
  'fiscal-year': { words: ['DATE'], options: {}, run: checkFiscalYear },
}

function checkMunicipalityCode({ arguments: { words } }: Given): Verdict {
  const code = foldCode(words[0] ?? '')
  if (isMunicipalityCode(code))
    return { valid: true, prefecture: prefectureNameOf(code), kind: municipalityCodeKind(code), listOf: municipalitiesSince }
  if (!/^[0-9]{6}$/.test(code)) return { valid: false, reason: 'format' }
  if (prefectureNameOf(code) === null) return { valid: false, reason: 'prefecture' }
  return { valid: false, reason: 'check-digit', expected: `${code.slice(0, 5)}${municipalityCheckDigit(code.slice(0, 5))}` }
}

function checkInvoice({ arguments: { option, words }, call }: Given): Verdict | null {
  const number = foldCode(words[0] ?? '')
  const kind = option('kind')
  if (kind === null) return noteMissing(call, '--kind')
  if (kind !== 'corporation' && kind !== 'individual') {
    return noteInput(call, '--kind', { code: 'unknown-choice', choices: ['corporation', 'individual'], found: shown(kind) })
  }
  const verdict = checkInvoiceNumber(number, kind)
  if (verdict === 'format') return { valid: false, reason: 'format' }
  if (verdict === 'ok') return { valid: true, checkDigit: 'ok' }
  return { valid: verdict === 'warning', checkDigit: verdict, expected: `T${corporateCheckDigit(number.slice(2))}${number.slice(2)}` }
}

function checkKana({ arguments: { words } }: Given): Verdict {
  const result = toAccountHolderKana(words[0] ?? '')
  return result.ok ? { valid: true, kana: result.kana } : { valid: false, kana: null, faults: result.faults }
}

function checkPayDate({ arguments: { option }, call }: Given): Verdict | null {
  const receivedOn = dateOf(call, '--received', option('received'), bankRange)
  const payOn = dateOf(call, '--pay', option('pay'), bankRange)
  if (!receivedOn || !payOn) return null
  const { limitOn, strict, twoMonth } = judgePayDate(receivedOn, payOn)
  return { valid: strict, limitOn, strict, twoMonth }
}

function checkBankDay({ arguments: { words }, call }: Given): Verdict | null {
  const date = dateOf(call, 'DATE', words[0] ?? null, bankRange)
  if (!date) return null
  return { valid: isBankDay(date), previous: bankDayOnOrBefore(date), next: bankDayOnOrAfter(date) }
}

function checkFiscalYear({ arguments: { words }, call }: Given): Verdict | null {
  const date = dateOf(call, 'DATE', words[0] ?? null, eraRange)
  if (!date) return null
  const fiscalYear = fiscalYearOf(date)
  return { valid: true, fiscalYear, label: formatFiscalYear(fiscalYear, 'ja') }
}

type DateRange = { readonly from: CalendarDate; readonly to: CalendarDate }

/** Days whose neighbouring bank days the holiday table still knows. */
const bankRange: DateRange = { from: calendarDate('1970-01-05'), to: calendarDate('2050-12-30') }

/** Days of fiscal years that have a name. */
const eraRange: DateRange = { from: calendarDate('1868-04-01'), to: calendarDate('9999-03-31') }

function dateOf(call: Call, name: string, text: string | null, { from, to }: DateRange): CalendarDate | null {
  // A missing word has been noted with the other words; a missing option only here.
  if (text === null) return name.startsWith('--') ? noteMissing(call, name) : null
  if (!isCalendarDate(text)) return noteInput(call, name, { code: 'no-such-date', found: shown(text) })
  return from <= text && text <= to ? text : noteInput(call, name, { code: 'date-out-of-table', from, to, found: text })
}

function noteInput(call: Call, name: string, fault: InputFault): null {
  call.faults.push({ area: 'argument', name, fault })
  return null
}

function noteMissing(call: Call, name: string): null {
  // An option without its value has had its line already.
  if (!call.faults.some((fault) => fault.area === 'argument' && fault.name === name))
    call.faults.push({ area: 'argument', name, fault: { code: 'missing-argument', name } })
  return null
}
