import { xlsxType } from '../tables/workbook.ts'
import { beginning } from './files.ts'
import { jsonSchemaOf } from './json-schema.ts'
import { failed, idParameter, json, programmeHeader, programmeParameter, refused } from './openapi-parts.ts'
import { signInPaths } from './openapi-sign-in.ts'
import { table } from '../tables/table.ts'

const text = { type: 'string' }
const bytes = { type: 'string', contentMediaType: 'application/octet-stream' }
const object = (properties: Record<string, unknown>, required = Object.keys(properties)) => ({ type: 'object', required, properties })
const list = (items: unknown) => ({ type: 'array', items })
const orNull = (schema: object) => ({ anyOf: [schema, { type: 'null' }] })
const ok = (description: string, content: unknown) => ({ 200: { description, ...(content as object) } })
const file = (type: string) => ({ content: { [type]: { schema: { ...bytes, contentMediaType: type } } } })
const whoever = { security: [{}] }
const unauthenticated = { 401: refused('unauthenticated') }
const notFound = { 404: refused('not-found') }
const invalid = { 422: refused('invalid-input, one fault for each field') }

const account = object({ id: text, name: text, email: text, secondFactor: { type: 'boolean' }, language: { enum: ['ja', 'en', 'easy'] } })
const membership = object({
  programmeId: text,
  programmeName: text,
  isDemo: { type: 'boolean' },
  role: text,
  scopeKind: text,
  scopeId: text,
  scopeName: text,
  personId: orNull(text),
  secondFactorMissing: { type: 'boolean' },
})

/** What stands beside the contracts: signing in, the session, files, documents, tables, and how the server is. */
export const otherPaths = (cookie: string) => ({ ...signInPaths(cookie), ...server, ...files, ...documents, ...tables })

const server = {
  '/api/session': {
    get: {
      operationId: 'session',
      summary: 'Who is signed in, and which roles they hold',
      tags: ['sign-in'],
      ...whoever,
      responses: {
        ...ok(
          'The account and its roles; `account` is null for a visitor',
          json(
            object({
              account: orNull(account),
              memberships: list(membership),
              entrances: list(object({ programmeId: text, name: text, operatorName: text })),
              demo: list(object({ role: text, email: text, password: text })),
            }),
          ),
        ),
        ...invalid,
        ...failed,
      },
    },
  },
  '/api/health': {
    get: {
      operationId: 'health',
      summary: 'Whether the server and its database answer',
      tags: ['server'],
      ...whoever,
      responses: { ...ok('Both answer', json(object({ ok: { type: 'boolean' }, storage: text }))), ...failed },
    },
  },
  '/api/ready': {
    get: {
      operationId: 'ready',
      summary: 'Whether everything behind the server moves: database, disk, jobs, backups; numbers for whoever has proved a second factor',
      tags: ['server'],
      ...whoever,
      responses: {
        ...ok('It does', json(object({ ok: { type: 'boolean' }, database: text, storage: text, jobs: text }))),
        ...failed,
      },
    },
  },
  '/api/openapi.json': {
    get: {
      operationId: 'openapi',
      summary: 'This description',
      tags: ['server'],
      ...whoever,
      responses: { ...ok('OpenAPI 3.1', json({ type: 'object' })), ...failed },
    },
  },
}

const files = {
  '/api/platform/files': {
    post: {
      operationId: 'platform.begin-upload',
      summary: 'Begin an upload, or ask how far it came',
      tags: ['platform'],
      parameters: [programmeHeader],
      requestBody: { required: true, ...json(jsonSchemaOf(beginning, 'input')) },
      responses: {
        ...ok('Go on from `receivedByteCount`', json(object({ id: text, receivedByteCount: { type: 'integer' } }))),
        ...unauthenticated,
        ...notFound,
        409: refused('file-type, file-too-large: this file is not taken'),
        ...invalid,
        ...failed,
      },
    },
  },
  '/api/platform/files/{id}': {
    put: {
      operationId: 'platform.send-bytes',
      summary: 'Send the next piece of an upload, 1 MiB at most',
      tags: ['platform'],
      parameters: [programmeHeader, idParameter, { name: 'start', in: 'query', required: true, schema: { type: 'integer', minimum: 0 } }],
      requestBody: { required: true, ...file('application/octet-stream') },
      responses: {
        ...ok('What has arrived', json(object({ receivedByteCount: { type: 'integer' }, complete: { type: 'boolean' } }))),
        ...unauthenticated,
        ...notFound,
        409: refused('file-offset, file-too-large, file-content: the bytes are not what was announced'),
        413: refused('too-large: more than 1 MiB'),
        ...invalid,
        ...failed,
      },
    },
    get: {
      operationId: 'platform.download',
      summary: 'The bytes of a file, as an attachment',
      tags: ['platform'],
      parameters: [{ ...programmeHeader, required: false }, idParameter, programmeParameter],
      responses: { ...ok('The file', file('application/octet-stream')), ...unauthenticated, ...notFound, ...invalid, ...failed },
    },
  },
}

const document = (type: string, form: string, summary: string) => ({
  get: {
    operationId: `platform.document-${form}`,
    summary,
    tags: ['platform'],
    parameters: [{ ...programmeHeader, required: false }, idParameter, programmeParameter],
    responses: { ...ok('The document', file(type)), ...unauthenticated, ...notFound, ...invalid, ...failed },
  },
})
const documents = {
  '/api/platform/own-data.zip': {
    get: {
      operationId: 'platform.own-data',
      summary: 'All that the programme keeps about whoever is signed in: tables, papers, files',
      tags: ['platform'],
      parameters: [{ ...programmeHeader, required: false }, programmeParameter],
      responses: { ...ok('The archive', file('application/zip')), ...unauthenticated, ...notFound, ...invalid, ...failed },
    },
  },
  '/api/platform/documents/{id}.pdf': document('application/pdf', 'pdf', 'A stored document as it looked on its day'),
  '/api/platform/documents/{id}.xlsx': document(xlsxType, 'xlsx', 'The same as an Excel file, where its kind has one'),
}

const tables = {
  '/api/platform/tables.xlsx': {
    post: {
      operationId: 'platform.table-as-excel',
      summary: 'Rows that are sent become an Excel file',
      tags: ['platform'],
      requestBody: { required: true, ...json(jsonSchemaOf(table, 'input')) },
      responses: { ...ok('The file', file(xlsxType)), ...unauthenticated, 413: refused('too-large'), ...invalid, ...failed },
    },
  },
}
