import type { IndicatorFault } from '../../../indicators/rules/kpi.ts'
import type { Fault as ProblemFault } from '../../../matching/rules/problem/plan.ts'
import type { StatementFault } from '../../../money/rules/statement.ts'
import { type ZenginFault, zenginLimits } from '../../../money/rules/zengin.ts'
import { groupDigits } from '../../../units/yen.ts'
import { type ArgumentFault, type Expected, type FaultText, type InputFault, shown } from '../faults.ts'
import type { Messages } from '../messages.ts'
import { helpEn, verbHelpEn } from './help.ts'

const expectedNames: Readonly<Record<Expected, string>> = {
  object: 'an object ({ })',
  list: 'a list ([ ])',
  text: 'a text',
  number: 'a number',
  'whole-number': 'a whole number',
  date: 'a date as text (YYYY-MM-DD)',
  figure: 'a number, null or "pending"',
}

function input(fault: InputFault): FaultText {
  switch (fault.code) {
    case 'empty-input':
      return ['standard input is empty', 'Pass a JSON document']
    case 'several-documents':
      return ['standard input holds more than one JSON document', 'Pass one document at a time']
    case 'terminal':
      return ['there is no standard input', 'Pass a file with "< file.json" (see --help)']
    case 'not-utf8':
      return ['not readable as UTF-8', 'Save the file in UTF-8']
    case 'not-gzip':
      return ['the gzip cannot be opened, is too large, or is not in UTF-8', 'Pack it again or pass it unpacked']
    case 'too-large':
      return [`the input is longer than ${groupDigits(String(fault.limit))} bytes`, 'Pass it in parts']
    case 'not-json':
      return [`not readable as JSON (line ${fault.line}, column ${fault.column})`, 'Correct the bracket, quotation mark or comma there']
    case 'missing':
      return ['the value is missing', `Put ${expectedNames[fault.expected]}`]
    case 'wrong-type':
      return [`the value is of the wrong type (${fault.found})`, `Put ${expectedNames[fault.expected]}`]
    case 'unknown-key':
      return ['unknown key', `Check its spelling or remove it (known: ${fault.known.join(', ')})`]
    case 'duplicate-key':
      return ['the key is written twice', 'Keep one of them']
    case 'empty-text':
      return ['the text is empty', 'Put some words']
    case 'not-brackets':
      return ['not a pair of brackets', 'Put two characters, opening and closing, or an empty text']
    case 'unknown-choice':
      return [`not one of the choices (${fault.found})`, `Put one of ${fault.choices.join(', ')}`]
    case 'out-of-range':
      return [
        `the value is out of range (${fault.found})`,
        `Put a value from ${groupDigits(String(fault.min))} to ${groupDigits(String(fault.max))}`,
      ]
    case 'not-whole':
      return [`not a whole number (${fault.found})`, 'Put a number without decimals']
    case 'too-many-decimals':
      return [`too many decimals (${fault.found})`, 'Keep at most 6']
    case 'no-such-date':
      return [`there is no such date (${fault.found})`, 'Write an existing day as YYYY-MM-DD']
    case 'date-out-of-table':
      return [`the day is out of range (${fault.found})`, `Put a day from ${fault.from} to ${fault.to}`]
    case 'not-a-year':
      return [`not a fiscal year (${fault.found})`, 'Write the four digits of the year in which it begins']
    case 'too-long':
      return ['too long', `Keep it within ${fault.limit} characters`]
    case 'too-many':
      return ['too many entries', `Keep it within ${groupDigits(String(fault.limit))}`]
  }
}

function argument(fault: ArgumentFault): FaultText {
  switch (fault.code) {
    case 'unknown-verb':
      return ['unknown verb', `Use one of ${fault.known.join(', ')} (see kado --help)`]
    case 'unknown-check':
      return ['unknown check', `Use one of ${fault.known.join(', ')}`]
    case 'unknown-option':
      return ['unknown option', 'See --help for the options']
    case 'unexpected-argument':
      return ['unexpected argument', 'Remove it, or put a value with spaces in quotation marks']
    case 'option-without-value':
      return ['the option has no value', 'Write one after it']
    case 'option-with-value':
      return ['the option takes no value', 'Remove what follows "="']
    case 'repeated-option':
      return ['the option is given twice', 'Keep one of them']
    case 'unknown-id':
      return ['the problem has no worker or package of that id', 'Give the id of the worker first, then that of the package']
    case 'missing-argument':
      return ['the argument is missing', `Give ${fault.name} (see --help)`]
  }
}

function statement(fault: StatementFault): FaultText {
  switch (fault.code) {
    case 'no-lines':
      return ['there are no lines', 'Put at least one']
    case 'withholding-undecided':
      return ['it is undecided whether tax is withheld', 'Decide for subject or not-subject first']
    case 'amount-negative':
      return ['the amount is negative', 'Fees cannot be cut: put an amount without tax from 0']
    case 'total-too-large':
      return ['the total is too large to be exact', 'Check the amounts or split the statement']
    case 'no-withholding-rate':
      return ['there is no withholding rate for this day of payment', 'Put a day from 2013-01-01 to 2047-12-31']
    case 'no-such-tax-rate':
      return [
        `there is no consumption tax of ${fault.ratePercent}% on ${fault.suppliedOn}`,
        `Put one of ${fault.rates.join(', ') || 'the rates of an existing day'}`,
      ]
    case 'registration-reversed':
      return ['the registration ends before it begins', 'Check the dates from and to']
    case 'invoice-number-format':
      return ['not the form of an invoice number', 'Put "T" and 13 digits, the first not 0']
    case 'invoice-number-digit':
      return ["the check digit of the corporation's number is wrong", "Compare it with the National Tax Agency's site"]
    case 'registration-changes':
      return [
        `the lines lie on both sides of a change of registration (${fault.firstSuppliedOn} and ${fault.suppliedOn})`,
        'Make two statements',
      ]
    case 'credit-changes':
      return [
        `the lines lie on both sides of a change of the transitional credit (${fault.firstSuppliedOn} and ${fault.suppliedOn})`,
        'Make two statements',
      ]
  }
}

function zengin(fault: ZenginFault): FaultText {
  switch (fault.code) {
    case 'not-a-bank-day':
      return ['banks are closed on the value date', 'Avoid weekends, holidays and 31 December to 3 January']
    case 'outside-holiday-table':
      return ['the holidays of that year are not known', 'Put a day from 1970 to 2050']
    case 'requester-code':
      return ['not the form of a requester code', 'Put the digits that the bank gave, at most 10']
    case 'requester-savings':
      return ['transfers cannot be made from a savings account', 'Put ordinary, current or other']
    case 'bank-code':
      return ['not the form of a bank code', 'Put 4 digits']
    case 'branch-code':
      return ['not the form of a branch code', 'Put 3 digits']
    case 'account-number':
      return ['not the form of an account number', 'Put at most 7 digits']
    case 'unknown-bank':
      return [`there is no bank ${fault.bankCode}`, 'Check the bank code in the passbook']
    case 'unknown-branch':
      return [`bank ${fault.bankCode} has no branch ${fault.branchCode}`, 'Check the branch code in the passbook']
    case 'new-code':
      return ['not a new-transfer code', 'Put "0" (other), "1" (first) or "2" (changed)']
    case 'customer-code':
      return ['not the form of a customer code', 'Put at most 10 digits']
    case 'no-payments':
      return ['there are no payments', 'Put at least one']
    case 'too-many-payments':
      return ['too many payments', `Keep to ${groupDigits(String(zenginLimits.payments))} and make several files`]
    case 'transfer-amount':
      return ['the amount cannot be transferred', `Put 1 to ${groupDigits(String(zenginLimits.amountYen))} yen`]
    case 'transfer-total':
      return [
        'the total exceeds the digits of the record',
        `Keep to ${groupDigits(String(zenginLimits.totalYen))} yen and make several files`,
      ]
    case 'duplicate-payment':
      return [
        `the same amount to the same account as payments[${fault.first}]`,
        'Make sure that nobody is paid twice; join them or remove one',
      ]
    case 'kana':
      return kana(fault.fault)
  }
}

function kana(fault: Extract<ZenginFault, { code: 'kana' }>['fault']): FaultText {
  switch (fault.code) {
    case 'empty':
      return ['the kana are empty', 'Put the kana as the passbook prints them']
    case 'kanji':
      return [`kanji cannot be used (${shown(fault.character)})`, 'Readings are not guessed: put the kana as the passbook prints them']
    case 'wo':
      return ['many banks refuse ヲ', 'Ask the person how the passbook writes it']
    case 'mark':
      return [`a voicing mark on a letter that cannot carry it (${shown(fault.character)})`, 'Type the kana again']
    case 'symbol':
      return [
        `the field cannot hold this character (${shown(fault.character)})`,
        'Use kana, capital letters, digits and the permitted symbols',
      ]
    case 'too-long':
      return [`${fault.length} half-width characters`, `Use the short form in the passbook, at most ${fault.limit}`]
  }
}

function indicator(fault: IndicatorFault): FaultText {
  switch (fault.code) {
    case 'year-missing':
      return [
        `no value for ${fault.year}`,
        `Put a value for "${fault.year}"${fault.series === 'targets' ? '' : ' (null for none, "pending" while it is counted)'}`,
      ]
    case 'year-outside':
      return [`unknown year (${fault.year})`, `Keep within the baseline and the last target (${fault.from} to ${fault.to})`]
    case 'baseline-not-before':
      return ['the baseline is not before the fiscal year', `Put a year before ${fault.fiscalYear}, or correct fiscalYear`]
    case 'baseline-contradicted':
      return [
        `the value of the baseline year (${shown(fault.value)}) differs from the baseline (${fault.baseline})`,
        'Make them equal or remove it from values',
      ]
    case 'local-above-regional':
      return [
        `the local value (${fault.local}) is above the regional one (${fault.regional})`,
        'Correct one of them: the local value is a part of the whole',
      ]
  }
}

function problem({ code, details }: ProblemFault): FaultText {
  const found = details['found'] === undefined ? '' : ` (${shown(details['found'])})`
  switch (code) {
    case 'wrong-type':
      return [`the value is of the wrong type or form${found}`, 'Follow the form that kado plan --help shows']
    case 'missing':
      return ['the value is missing', 'Put a value']
    case 'not-integer':
      return [`not a whole number${found}`, 'Put a number without decimals']
    case 'out-of-range':
      return [`the value is out of range${found}`, rangeRemedy(details)]
    case 'unknown-choice':
      return [`not one of the choices${found}`, `Put one of ${String(details['expected'] ?? '')}`]
    case 'no-such-date':
      return [`there is no such date${found}`, 'Write an existing day as YYYY-MM-DD']
    case 'unknown-id':
      return [`nothing has that id${found}`, 'Check its spelling or add it to the list']
    case 'duplicate-id':
      return [`the id is used twice${found}`, 'Put another id']
    case 'duplicate-pair':
      return ['the same worker and package stand twice', 'Join them to one']
    case 'due-before-release':
      return ['due before it is released', 'Put a day from releaseDay on']
    case 'accepted-breaks-gate':
      return [
        `accepted work does not meet its conditions (${String(details['gate'] ?? '')})`,
        "Correct the worker's skills, equipment or site, or the package",
      ]
    case 'accepted-exceeds-units':
      return ['more units are accepted than there are', 'Correct the units']
    case 'accepted-part-of-indivisible':
      return ['only a part of an indivisible package is accepted', 'Put all units, or set indivisible to false']
    case 'accepted-with-assignment':
      return ['assignment-cost has no accepted work', 'Remove it and leave that package only the pair with that worker']
    case 'not-a-single-unit':
      return ['units is 1 with assignment-cost', 'Set units to 1']
    case 'capacity-missing':
      return ['assignment-cost needs a capacity', 'Put maxMinutes']
    case 'cost-missing':
      return ['assignment-cost needs a cost for each pair', 'Put cost']
  }
}

function rangeRemedy(details: ProblemFault['details']): string {
  const { maximum, minimum } = details
  if (minimum !== undefined) return `Put at least ${String(minimum)}`
  return maximum === undefined ? 'Put a value within the range' : `Put at most ${String(maximum)}`
}

export const messagesEn: Messages = {
  help: helpEn,
  verbHelp: verbHelpEn,
  input,
  argument,
  statement,
  zengin,
  indicator,
  problem,
  line: (place, [cause, remedy]) => `${place}: ${cause}. ${remedy}.`,
  atLine: (line) => `line ${groupDigits(String(line))}`,
  more: (count) => `There are ${groupDigits(String(count))} more faults.`,
  internal: (message) => `Internal failure: ${message}. Tell the operator and enclose the input.`,
  progress: (stage, done) => `planning: ${stage} ${done}`,
}
