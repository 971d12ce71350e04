/** What people do beside the areas, in the words of the log. */
export const area = 'platform'
export const acts: Readonly<Record<string, string>> = {
  'mark-notifications': 'Mark news as read',
}

/** The fields of these acts, as the log says them; what several areas say alike stands in `src/main/web/`. */
export const fields: Readonly<Record<string, string>> = {
  state: 'State',
  name: 'Name',
  nameEn: 'English name',
  nameJa: 'Japanese name',
  key: 'Key',
  municipalityId: 'Municipality',
  siteId: 'Site',
  workerId: 'Teleworker',
  clientId: 'Client',
  orderId: 'Order',
  packageId: 'Package',
  planId: 'Plan',
  fiscalYear: 'Fiscal year',
  note: 'Note',
  reason: 'Reason',
  lateReason: 'Reason for being late',
  kind: 'Kind',
  number: 'Number',
  version: 'Version',
  to: 'State',
  units: 'Units',
  answerBy: 'Answer by',
  amountYen: 'Amount',
  withholding: 'Withholding',
  payOn: 'Payment day',
  description: 'Content',
  prefecture: 'Prefecture',
  validFrom: 'From',
  position: 'Position',
  postalAddress: 'Address',
  skills: 'Skills',
  equipment: 'Equipment',
  securityClass: 'Security class',
  assignmentId: 'Assignment',
  deliveryId: 'Delivery',
  workKindId: 'Kind of work',
  lines: 'Lines',
  read: 'Read',
  acceptedOn: 'Accepted on',
  receivedOn: 'Received on',
  returnedOn: 'Returned on',
  evidence: 'Evidence',
}
/** What the records of this area are. */
export const things: Readonly<Record<string, string>> = { account: 'Account' }
