import type { AnyContract } from '../contract.ts'
import { asksInBody, pathOf } from '../contract.ts'
import { jsonSchemaOf } from './json-schema.ts'

const programmeHeader = {
  name: 'X-Kado-Programme',
  in: 'header',
  required: true,
  schema: { type: 'string', format: 'uuid' },
  description: 'The programme (tenant) that is asked.',
}
const keyHeader = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  schema: { type: 'string', minLength: 8, maxLength: 200 },
  description: 'The same key with the same input is answered from memory; with another input it is refused (409).',
}
const json = (schema: unknown) => ({ content: { 'application/json': { schema } } })
const errorSchema = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['code'],
      properties: {
        code: { type: 'string' },
        faults: {
          type: 'array',
          items: {
            type: 'object',
            required: ['path', 'code'],
            properties: { path: { type: 'string' }, code: { type: 'string' }, params: { type: 'object' } },
          },
        },
        details: { type: 'object' },
      },
    },
  },
}

/** The OpenAPI 3.1 description of every read and write, made from the contracts that also make the routes. */
export function openApiOf(contracts: readonly AnyContract[], version: string): object {
  const paths = Object.fromEntries(
    contracts.map((contract) => [pathOf(contract), { [asksInBody(contract) ? 'post' : 'get']: operationOf(contract) }]),
  )
  return {
    openapi: '3.1.0',
    info: {
      title: 'KADO',
      version,
      description: 'Runs a regional self-employed telework programme.',
      license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
    },
    paths,
    components: {
      schemas: { Error: errorSchema },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'kado.sessionToken' } },
    },
    security: [{ session: [] }],
  }
}

function operationOf(contract: AnyContract): object {
  const refused = (description: string) => ({ description, ...json({ $ref: '#/components/schemas/Error' }) })
  const input = jsonSchemaOf(contract.input, 'input')
  return {
    operationId: `${contract.area}.${contract.name}`,
    tags: [contract.area],
    'x-allow': contract.allow,
    ...(asksInBody(contract)
      ? {
          parameters: contract.kind === 'read' ? [programmeHeader] : [...(contract.opensTenant ? [] : [programmeHeader]), keyHeader],
          requestBody: { required: true, ...json(input) },
        }
      : { parameters: [programmeHeader, { name: 'input', in: 'query', description: 'The input as JSON.', ...json(input) }] }),
    responses: {
      200: { description: 'Done', ...json(jsonSchemaOf(contract.output)) },
      401: refused('unauthenticated, sign-in-again'),
      403: refused('not-permitted'),
      404: refused('not-found'),
      ...(contract.kind === 'write' ? { 409: refused(['idempotency-conflict', ...contract.refusals].join(', ')) } : {}),
      422: refused('invalid-input, one fault for each field'),
    },
  }
}
