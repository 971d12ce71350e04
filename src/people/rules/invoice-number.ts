/** Whether a qualified-invoice issuer is a person or a corporation. Only corporations have an official check digit. */
export type IssuerKind = 'individual' | 'corporation'

/**
 * `format`: not T and 13 digits, the first not zero. `error`: a corporation's check digit is wrong. `warning`: an
 * individual's digit differs from the corporate formula, which published numbers follow though no official rule says so.
 */
type InvoiceNumberVerdict = 'ok' | 'warning' | 'error' | 'format'

/** 登録番号: `T` and 13 digits (適格請求書発行事業者公表サイト). */
function isInvoiceNumberFormat(text: string): boolean {
  return /^T[1-9][0-9]{12}$/.test(text)
}

/**
 * Check digit of a corporate number for its twelve base digits (法人番号の指定等に関する省令2条, 平成26年財務省令70号):
 * 9 − (Σ P·Q mod 9), digits counted from the right, Q = 1 at odd and 2 at even places.
 */
export function corporateCheckDigit(base: string): number {
  if (!/^[0-9]{12}$/.test(base)) throw new RangeError(`not twelve digits: ${base}`)
  let sum = 0
  for (let place = 1; place <= 12; place += 1) sum += Number(base[12 - place]) * (place % 2 === 1 ? 1 : 2)
  return 9 - (sum % 9)
}

/** Checks the form and the check digit only; whether a registration exists is known to the National Tax Agency's site alone. */
export function checkInvoiceNumber(text: string, kind: IssuerKind): InvoiceNumberVerdict {
  if (!isInvoiceNumberFormat(text)) return 'format'
  if (Number(text[1]) === corporateCheckDigit(text.slice(2))) return 'ok'
  return kind === 'corporation' ? 'error' : 'warning'
}

/** `T7000012050002` is written `T7-0000-1205-0002` for people who compare it with paper. */
export function formatInvoiceNumber(text: string): string {
  return isInvoiceNumberFormat(text) ? `${text.slice(0, 2)}-${text.slice(2, 6)}-${text.slice(6, 10)}-${text.slice(10)}` : text
}
