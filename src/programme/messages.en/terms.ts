import type { Terms } from '../messages.ja/terms.ts'

export const terms: Terms = {
  municipality: 'Municipality',
  client: 'Client',
  order: 'Order',
  orders: 'Orders',
  works: 'Work',
  worker: 'Worker',
  who: 'Person',
  fee: 'Fee (without tax)',
  payOn: 'Pay date',
  due: 'Due',
  accepted: 'Accepted',
  fiscalYear: 'Fiscal year',
  skillLabel: 'Skill',
  levelLabel: 'Level',
}
