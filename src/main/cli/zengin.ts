import {
  type ZenginFile,
  type ZenginPayment,
  type ZenginRequester,
  type ZenginResult,
  writeZengin,
  zenginFaults,
  zenginLimits,
} from '../../money/rules/zengin.ts'
import { accountTypes } from '../../people/rules/bank-account.ts'
import { bankDirectory } from '../../people/rules/bank-directory.ts'
import { isYen } from '../../units/yen.ts'
import { readArguments, unexpectedWords } from './options.ts'
import {
  type Place,
  allRead,
  openObject,
  readChoice,
  readDate,
  readList,
  readNullable,
  readOptional,
  readText,
  readWhole,
} from './reader.ts'
import type { Verb } from './verb.ts'

const textLimit = 500

/** `kado zengin`: the bank file of a 総合振込, as bytes. */
export const run: Verb = async (call) => {
  const { faults, words } = readArguments(call.argv, {})
  call.faults.push(...faults, ...unexpectedWords(words, 0))
  const place = await call.readDocument()
  if (!place) return null
  const at = openObject(place, ['valueOn', 'separator', 'requester', 'payments'])
  const draft = {
    valueOn: readDate(at('valueOn')),
    separator: readChoice(at('separator'), ['crlf', 'none']),
    requester: readRequester(at('requester')),
    payments: readList(at('payments'), zenginLimits.payments)?.map(readPayment),
  }
  const file = wholeFile(draft)
  const result: ZenginResult = file ? writeZengin(file, bankDirectory) : { ok: false, faults: zenginFaults(draft, bankDirectory) }
  if (result.ok) return { output: result.bytes, exitCode: 0 }
  for (const fault of result.faults) call.faults.push({ area: 'zengin', path: fault.path, fault })
  return null
}

type Draft = {
  readonly valueOn: ZenginFile['valueOn'] | undefined
  readonly separator: ZenginFile['separator'] | undefined
  readonly requester: ReturnType<typeof readRequester>
  readonly payments: readonly ReturnType<typeof readPayment>[] | undefined
}

function wholeFile({ payments, requester, separator, valueOn }: Draft): ZenginFile | null {
  if (valueOn === undefined || separator === undefined || !payments || !isWholeRequester(requester)) return null
  const whole = payments.filter(isWholePayment)
  return whole.length === payments.length ? { valueOn, separator, requester, payments: whole } : null
}

function isWholeAccount(account: { readonly bank: object; readonly branch: object }): boolean {
  return allRead(account) && allRead(account.bank) && allRead(account.branch)
}

function isWholeRequester(requester: ReturnType<typeof readRequester>): requester is ReturnType<typeof readRequester> & ZenginRequester {
  return isWholeAccount(requester)
}

function isWholePayment(payment: ReturnType<typeof readPayment>): payment is ReturnType<typeof readPayment> & ZenginPayment {
  return isWholeAccount(payment)
}

function readRequester(place: Place) {
  const at = openObject(place, ['code', 'name', 'bank', 'branch', 'accountType', 'accountNumber'])
  return { code: readText(at('code'), textLimit), name: readText(at('name'), textLimit), ...readAccount(at) }
}

function readPayment(place: Place) {
  const at = openObject(place, [
    'bank',
    'branch',
    'accountType',
    'accountNumber',
    'holder',
    'amountYen',
    'newCode',
    'customerCode1',
    'customerCode2',
    'edi',
  ])
  const amountYen = readWhole(at('amountYen'), Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)
  const readCode = (item: Place) => readText(item, textLimit)
  return {
    ...readAccount(at),
    holder: readText(at('holder'), textLimit),
    amountYen: isYen(amountYen) ? amountYen : undefined,
    newCode: readOptional(at('newCode'), readCode, '0'),
    customerCode1: readOptional(at('customerCode1'), readCode, ''),
    customerCode2: readOptional(at('customerCode2'), readCode, ''),
    edi: readOptional(at('edi'), (item) => readNullable(item, readCode), null),
  }
}

function readAccount(at: (key: 'bank' | 'branch' | 'accountType' | 'accountNumber') => Place) {
  return {
    bank: readPlaceOfBank(at('bank')),
    branch: readPlaceOfBank(at('branch')),
    accountType: readChoice(at('accountType'), accountTypes),
    accountNumber: readText(at('accountNumber'), textLimit),
  }
}

function readPlaceOfBank(place: Place) {
  const at = openObject(place, ['code', 'name'])
  return { code: readText(at('code'), textLimit), name: readOptional(at('name'), (item) => readText(item, textLimit), '') }
}
