import type { Messages } from '../messages.ja/index.ts'
import { client } from './client.ts'
import { direction } from './direction.ts'
import { inspection } from './inspection.ts'
import { work } from './work.ts'

export const en: Messages = {
  refusals: {
    'more-than-left': (details) => `Only ${details['units'] ?? 0} are left. Enter fewer.`,
    'more-than-returned': (details) => `Only ${details['units'] ?? 0} were returned. Enter fewer.`,
    'nothing-to-correct': 'This was not returned, or it has been corrected already. Open the list again.',
    'files-missing': 'A file has not been sent in full. Send it again.',
    'already-decided': 'This hand-in has been inspected already. Open the list again.',
    'own-work': 'You handed this in yourself. Ask somebody else to inspect it.',
    'correct-by-past': 'The date of the correction has passed. Choose a later one.',
    'more-than-accepted': 'You cannot deliver more than has been accepted. Enter fewer.',
    'delivery-waiting': 'A delivery waits for the client’s answer. Deliver the next one after it.',
    'order-ended': 'This order has ended, so nothing more can be delivered.',
    'already-answered': 'This delivery has been answered already. Open the list again.',
  },
  faults: { 'day-out-of-range': 'Enter a date from 2000 to 2049.' },
  states: { waiting: 'Waiting for inspection', accepted: 'Accepted', returned: 'To correct', replaced: 'Corrected' },
  causes: {
    'worker-fault': 'Differs from the specification (the worker’s work)',
    orderer: 'Our explanation or material',
    'client-change': 'The client changed something',
  },
  causeHelp: {
    'worker-fault': 'The payment period starts again with the corrected hand-in.',
    orderer: 'The first day of receipt goes on counting. Work beyond the specification needs a paid change order.',
    'client-change': 'The first day of receipt goes on counting. Extra work needs a paid change order.',
  },
  stages: {
    preparing: 'Being prepared',
    working: 'Being worked on',
    checking: 'Being checked',
    'to-accept': 'Waiting for your acceptance',
    finished: 'Finished',
  },
  risks: { overdue: 'Overdue', 'inspection-late': 'Inspection is late', short: 'Not enough time', unplaced: 'Nobody has taken it' },
  orderStates: { preparing: 'Preparing', running: 'Running', delivered: 'Delivered', accepted: 'Accepted', cancelled: 'Cancelled' },
  deliveryStates: { waiting: 'Waiting', accepted: 'Accepted', returned: 'Returned' },
  units: 'Units',
  files: 'Files',
  noFiles: 'No files',
  note: 'Note',
  package: 'Work',
  received: 'Received',
  openAll: 'Show all',
  ...work,
  ...inspection,
  ...direction,
  ...client,
}
