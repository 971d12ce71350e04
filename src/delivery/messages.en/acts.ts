/** What people do here, in the words of the log. */
export const area = 'delivery'
export const acts: Readonly<Record<string, string>> = {
  'submit-deliverable': 'Hand in work',
  'accept-deliverable': 'Accept work',
  'return-deliverable': 'Return work',
  'deliver-order': 'Deliver to the client',
  'accept-delivery': 'Accept as the client',
  'return-delivery': 'Return as the client',
}

/** The fields of these acts, as the log says them; what several areas say alike stands in `src/main/web/`. */
export const fields: Readonly<Record<string, string>> = {
  submissionId: 'Hand-in',
  fileIds: 'Files',
  replaces: 'Replaced hand-in',
  item: 'What to correct',
  cause: 'Cause',
  correctBy: 'Correct by',
  message: 'Message',
  comment: 'Comment',
  inspectBy: 'Inspect by',
  late: 'Late',
}
export const choices: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  cause: { 'worker-fault': 'Not as specified', orderer: 'The orderer’s instructions', 'client-change': 'Changed by the client' },
}
/** What the records of this area are. */
export const things: Readonly<Record<string, string>> = { 'hand-in': 'Hand-in', delivery: 'Delivery' }
