import { workerRows } from '../../people/store/own-data.ts'

export const ownData = [
  workerRows('money.payable'),
  workerRows('money.statement'),
  workerRows('money.transfer'),
  workerRows('money.payment_record', ['issuedBy']),
  workerRows('money.worker_year'),
]
