import type { NoticeOfTerms } from './notice-of-terms.ts'

/** What is read first: which work, how much, until when, for how much, paid when, and whom to ask. Null where the notice leaves it open. */
export function noticeInShort({ work, due, deliveryPlace, fee, payment, contact }: NoticeOfTerms) {
  const amount = fee?.kind === 'amount' ? fee : null
  return {
    work: work.title,
    units: work.quantity?.count ?? null,
    unitName: work.quantity?.unit ?? '',
    dueOn: due === null ? null : due.kind === 'on' ? due.on : due.to,
    deliveryPlace,
    feeYen: amount?.exTaxYen ?? null,
    taxYen: amount?.taxYen ?? 0,
    totalYen: amount?.inTaxYen ?? 0,
    payOn: payment.payOn,
    contact: [contact.person, contact.phone, contact.email].filter(Boolean).join(' '),
  }
}
