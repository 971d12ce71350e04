import type { Logged } from '../../platform/facts.ts'

/** What the log says of each field of an act here. */
export const logged = {
  area: 'delivery',
  fields: {
    assignmentId: 'thing',
    submissionId: 'thing',
    orderId: 'thing',
    deliveryId: 'thing',
    units: 'number',
    note: 'hidden',
    fileIds: 'things',
    replaces: 'thing',
    item: 'hidden',
    reason: 'hidden',
    evidence: 'hidden',
    evidenceFileId: 'never',
    cause: 'choice',
    correctBy: 'date',
    message: 'hidden',
    lines: 'rows',
    comment: 'hidden',
    number: 'text',
    receivedOn: 'date',
    inspectBy: 'date',
    payOn: 'date',
    acceptedOn: 'date',
    returnedOn: 'date',
    receivedAt: 'never',
    late: 'flag',
    documentId: 'never',
  },
} as const satisfies Logged
