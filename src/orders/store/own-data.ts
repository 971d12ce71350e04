import { workerRows } from '../../people/store/own-data.ts'

export const ownData = [
  workerRows('orders.offer', ['offeredBy', 'planId']),
  workerRows('orders.assignment'),
  workerRows('orders.question', ['answeredBy']),
  workerRows('orders.message', ['sentBy']),
  workerRows('orders.manual_reading'),
  workerRows('orders.paper_request', ['sentBy']),
  workerRows('orders.price_request', ['answeredBy']),
]
