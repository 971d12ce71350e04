/** What many operations of the description have in common. */

export const json = (schema: unknown) => ({ content: { 'application/json': { schema } } })
export const refused = (description: string) => ({ description, ...json({ $ref: '#/components/schemas/Error' }) })

export const programmeHeader = {
  name: 'X-Kado-Programme',
  in: 'header',
  required: true,
  schema: { type: 'string', format: 'uuid' },
  description: 'The programme (tenant) that is asked.',
}
/** For links in a browser, which carry no header. */
export const programmeParameter = {
  name: 'programme',
  in: 'query',
  required: false,
  schema: { type: 'string', format: 'uuid' },
  description: 'The programme (tenant) that is asked, where the header cannot be set.',
}
export const keyHeader = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  schema: { type: 'string', minLength: 8, maxLength: 200 },
  description: 'The same key with the same input is answered from memory; with another input it is refused (409).',
}
export const dryRunHeader = {
  name: 'X-Dry-Run',
  in: 'header',
  required: false,
  schema: { type: 'string', enum: ['true', 'false'] },
  description: 'With `true` everything happens as it would, refusals included, and is then undone.',
}
export const idParameter = { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }

/** What any operation may answer with. */
export const failed = {
  429: { $ref: '#/components/responses/TooManyRequests' },
  500: { $ref: '#/components/responses/Internal' },
  503: { $ref: '#/components/responses/Unavailable' },
}

const errorSchema = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['code'],
      properties: {
        code: { type: 'string' },
        faults: { type: 'array', items: { $ref: '#/components/schemas/Fault' } },
        details: { type: 'object', additionalProperties: { type: ['string', 'number'] } },
      },
    },
  },
}
const faultSchema = {
  type: 'object',
  required: ['path', 'code'],
  properties: {
    path: { type: 'string', description: 'Like `lines.2.amountYen`; empty for the whole.' },
    code: { type: 'string' },
    params: { type: 'object', additionalProperties: { type: ['string', 'number'] } },
  },
}

const retryAfter = { 'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer' } } }
export const shared = {
  schemas: { Error: errorSchema, Fault: faultSchema },
  responses: {
    TooManyRequests: { ...refused('too-many-requests: from one address in a minute'), headers: retryAfter },
    Internal: refused('internal: what went wrong is in the log of the server'),
    Unavailable: refused('unavailable: the database is away for a moment; try again with the same key'),
  },
}
