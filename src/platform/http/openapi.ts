import type { AnyContract } from '../contract.ts'
import { asksInBody, pathOf } from '../contract.ts'
import { jsonSchemaOf } from './json-schema.ts'
import { dryRunHeader, failed, json, keyHeader, programmeHeader, refused, shared } from './openapi-parts.ts'
import { otherPaths } from './openapi-other.ts'

/**
 * The OpenAPI 3.1 description of everything that the server answers: reads and writes from the contracts that also make the routes, and
 * what stands beside them.
 */
export function openApiOf(contracts: readonly AnyContract[], version: string, { isSecure = false } = {}): object {
  const cookie = `${isSecure ? '__Secure-' : ''}kado.session_token`
  return {
    openapi: '3.1.0',
    info: {
      title: 'KADO',
      version,
      description:
        'Runs a regional self-employed telework programme. Reads are `GET` with their input as JSON in `?input=`, or `POST` with it as the body ' +
        'where it may hold a secret or a name; writes are `POST`. ' +
        'Parameters and fields that are not described are refused (422) by name. From a browser, writes are accepted from the same origin only.',
      license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
    },
    servers: [{ url: '/' }],
    tags: [...new Set(contracts.map(({ area }) => area)), 'sign-in', 'server'].map((name) => ({ name })),
    paths: {
      ...Object.fromEntries(
        contracts.map((contract) => [pathOf(contract), { [asksInBody(contract) ? 'post' : 'get']: operationOf(contract) }]),
      ),
      ...otherPaths(cookie),
    },
    components: {
      schemas: { ...shared.schemas, ...Object.fromEntries(contracts.flatMap(schemasOf)) },
      responses: shared.responses,
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: cookie } },
    },
    security: [{ session: [] }],
  }
}

/** `orders.accept-offer` → `OrdersAcceptOffer` */
const nameOf = ({ area, name }: AnyContract): string =>
  `${area}-${name}`.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())

/** `accept-offer` → `Accept offer` */
const summaryOf = ({ name }: AnyContract): string => name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ')

const schemasOf = (contract: AnyContract): [string, unknown][] => [
  [`${nameOf(contract)}Input`, jsonSchemaOf(contract.input, 'input')],
  [`${nameOf(contract)}Output`, jsonSchemaOf(contract.output)],
]

function operationOf(contract: AnyContract): object {
  const input = { $ref: `#/components/schemas/${nameOf(contract)}Input` }
  const { kind, area, name } = contract
  return {
    operationId: `${area}.${name}`,
    summary: summaryOf(contract),
    description: `${kind === 'write' ? 'Changes something, once for each key.' : 'Reads, and changes nothing.'} ${allowed(contract)}`,
    tags: [area],
    'x-allow': contract.allow,
    ...(contract.allow === 'anyone' ? { security: [{}, { session: [] }] } : {}),
    ...(asksInBody(contract)
      ? { parameters: headersOf(contract), requestBody: { required: true, ...json(input) } }
      : { parameters: [programmeHeader, { name: 'input', in: 'query', description: 'The input as JSON.', ...json(input) }] }),
    responses: {
      200: { description: 'Done', ...json({ $ref: `#/components/schemas/${nameOf(contract)}Output` }) },
      401: refused('unauthenticated, sign-in-again'),
      403: refused('not-permitted, other-address'),
      404: refused('not-found: there is none, or it is outside what the person may see'),
      ...(kind === 'write' ? { 409: refused(['idempotency-conflict', 'already-there', ...contract.refusals].join(', ')) } : {}),
      ...(kind === 'write' ? { 413: refused('too-large: more than 1 MiB') } : {}),
      422: refused('invalid-input, one fault for each field'),
      ...failed,
    },
  }
}

function headersOf(contract: AnyContract): object[] {
  if (contract.kind === 'read') return [programmeHeader]
  return [...(contract.opensTenant ? [] : [programmeHeader]), keyHeader, dryRunHeader]
}

function allowed({ allow }: AnyContract): string {
  if (allow === 'anyone') return 'For anyone.'
  if (allow === 'signed-in') return 'For everybody who is signed in.'
  return `For ${Object.entries(allow)
    .map(([role, scopes]) => `${role} (${scopes.join(', ')})`)
    .join(', ')}.`
}
