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
