import { randomBytes } from 'node:crypto'
import helmet from '@fastify/helmet'
import staticFiles from '@fastify/static'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { execute, Failure, type Action } from '../action.ts'
import { addressHeader } from '../auth/door.ts'
import type { Auth } from '../auth/auth.ts'
import { asksInBody, pathOf, type CommonError, type ErrorBody, type Schema } from '../contract.ts'
import { causeFields, log } from '../log.ts'
import { rememberedGrants } from '../grants.ts'
import { query, type Read } from '../read.ts'
import { documentRoutes } from './documents.ts'
import { errorOf, isStorageFull, statusOf } from './errors.ts'
import { fileRoutes } from './files.ts'
import { originCheck } from './foreign-origin.ts'
import { healthOf, healthRoutes } from './health.ts'
import { logRequests } from './request-log.ts'
import { jsonSchemaOf } from './json-schema.ts'
import { openApiOf } from './openapi.ts'
import { ownDataRoute } from './own-data.ts'
import { identify, programmeOf, type ServerParts } from './request.ts'
import { limitRequests } from './request-limits.ts'
import { tableRoutes } from './tables.ts'

/** Builds the HTTP server: every action and read has its route, and nothing else writes. */
export async function createServer(parts: ServerParts): Promise<FastifyInstance> {
  const hops = parts.trustProxy ?? false
  const server = fastify({
    logger: false,
    // Ours alone: one that a client could choose would forge lines of the log.
    genReqId: () => randomBytes(6).toString('hex'),
    bodyLimit: 1_048_576,
    trustProxy: typeof hops === 'number' ? (_, hop) => hop < hops : hops,
    routerOptions: { maxParamLength: 200 },
  })
  logRequests(server, { trustsProxy: hops !== false, says: parts.says })
  await server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'style-src-attr': ["'unsafe-inline'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        'object-src': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
      },
    },
    // What stands in the address of a page goes no further, not even to this server.
    referrerPolicy: { policy: 'strict-origin' },
  })
  await limitRequests(server, {
    database: parts.database,
    perMinute: parts.requestsPerMinute ?? 1_200,
    askerOf: parts.askerOf ?? (() => null),
  })
  server.decorateRequest('signedIn', null)
  server.addHook('onRequest', async (request) => {
    if (request.url.startsWith('/api/') && !request.url.startsWith('/api/auth/'))
      request.signedIn = await parts.readSession(request.headers.cookie, { anew: request.method !== 'GET' })
  })
  server.addHook(
    'onRequest',
    originCheck({
      baseUrl: parts.baseUrl ?? null,
      onOtherAddress: ({ origin, host, expected }) =>
        log('warn', 'other-address', { origin, host, expected, message: parts.says?.otherAddress }),
    }),
  )
  server.addHook('preValidation', refuseUnknownParameters)
  const health = healthOf(parts.database, parts.dataFolder ?? null)
  server.setErrorHandler((error, request, reply) => {
    if (isStorageFull(error)) health.noteFull()
    const { status, body } = errorOf(error)
    if (status >= 500) {
      log('error', 'failed', { requestId: request.id, method: request.method, route: request.routeOptions.url, ...causeFields(error) })
      body.error.requestId = request.id
    }
    return reply.status(status).send(body)
  })
  for (const action of parts.actions) actionRoute(server, parts, action)
  for (const read of parts.reads) readRoute(server, parts, read)
  server.get('/api/session', async (request, reply) => {
    const cookie = parts.deviceCookie?.(request.headers.cookie) ?? null
    if (cookie !== null) reply.header('set-cookie', cookie)
    return reply.header('cache-control', 'no-store').send(await parts.session(request.signedIn, request.ip))
  })
  healthRoutes(server, parts, health)
  let openApi: string | undefined
  server.get('/api/openapi.json', async (_, reply) => {
    openApi ??= JSON.stringify(
      openApiOf(
        [...parts.actions, ...parts.reads].map(({ contract }) => contract),
        parts.version,
        parts,
      ),
    )
    return reply.type('application/json').send(openApi)
  })
  fileRoutes(server, parts)
  documentRoutes(server, parts)
  ownDataRoute(server, parts)
  await tableRoutes(server)
  authRoutes(server, parts.auth)
  await webRoutes(server, parts.webFolder)
  return server
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The parameters that the address of the route may carry; none unless named. */
    parameters?: readonly string[]
  }
}

/** A parameter that nobody reads would be an answer to another question than was asked. */
async function refuseUnknownParameters({ query, routeOptions, url }: FastifyRequest): Promise<void> {
  if (!url.startsWith('/api/') || routeOptions.url === undefined || routeOptions.url.startsWith('/api/auth/')) return
  const known = routeOptions.config.parameters ?? []
  const unknown = Object.keys(query as object).filter((name) => !known.includes(name))
  if (unknown.length > 0)
    throw new Failure(
      'invalid-input',
      unknown.map((path) => ({ path, code: 'unrecognized_keys' })),
    )
}

/** Writes an answer by its contract. Made at the first answer: most routes of a small programme are never asked. */
function writerOf(schema: Schema): (reply: FastifyReply, output: unknown) => string {
  let json: Record<string, unknown> | undefined
  return (reply, output) => {
    json ??= jsonSchemaOf(schema)
    return reply.type('application/json').compileSerializationSchema(json)(output as Record<string, unknown>)
  }
}

function actionRoute(server: FastifyInstance, { database }: ServerParts, action: Action): void {
  const write = writerOf(action.contract.output)
  server.post(pathOf(action.contract), async (request, reply: FastifyReply) => {
    const key = request.headers['idempotency-key']
    if (typeof key !== 'string' || key.length < 8 || key.length > 200) {
      throw new Failure('invalid-input', [{ path: 'Idempotency-Key', code: 'required-header' }])
    }
    const result = await execute(
      database,
      action,
      {
        programmeId: action.contract.opensTenant ? '' : programmeOf(request),
        key,
        input: request.body ?? {},
        dryRun: request.headers['x-dry-run'] === 'true',
      },
      identify(request.signedIn),
      request.signedIn?.userId ?? null,
    )
    if (result.ok) return reply.header('idempotent-replay', String(result.replayed)).send(write(reply, result.output))
    const body: ErrorBody = { error: { code: result.refusal.code, details: result.refusal.details } }
    return reply.status(409).send(body)
  })
}

function readRoute(server: FastifyInstance, { database }: ServerParts, read: Read): void {
  const write = writerOf(read.contract.output)
  const inBody = asksInBody(read.contract)
  const answered = async (request: FastifyRequest, reply: FastifyReply, input: unknown) => {
    const programmeId = programmeOf(request)
    const who = identify(request.signedIn, (db, userId, proof) => rememberedGrants(db, programmeId, userId, proof))
    const output = await query(database, read, { programmeId, input }, who, request.signedIn?.userId ?? null)
    return reply.header('cache-control', 'no-store').send(write(reply, output))
  }
  const path = pathOf(read.contract)
  server.get<{ Querystring: { input?: unknown } }>(path, { config: { parameters: ['input'] } }, (request, reply) => {
    const input = parseInput(request.query.input)
    // A secret that came in the address stands in every log on its way.
    if (inBody && typeof input === 'object' && input !== null && 'token' in input)
      throw new Failure('invalid-input', [{ path: 'token', code: 'only-in-body' }])
    return answered(request, reply, input)
  })
  if (inBody) server.post(path, (request, reply) => answered(request, reply, request.body ?? {}))
}

function parseInput(text: unknown): unknown {
  if (text === undefined || text === '') return {}
  try {
    if (typeof text !== 'string') throw new SyntaxError('given twice')
    return JSON.parse(text)
  } catch {
    throw new Failure('invalid-input', [{ path: 'input', code: 'invalid_json' }])
  }
}

function authRoutes(server: FastifyInstance, auth: Auth): void {
  server.route({
    method: ['GET', 'POST'],
    url: '/api/auth/*',
    handler: async (request, reply) => {
      const headers = new Headers()
      for (const [name, value] of Object.entries(request.headers)) if (typeof value === 'string') headers.set(name, value)
      headers.set(addressHeader, request.ip)
      const answer = await auth.handle(
        new Request(`${request.protocol}://${request.host}${request.url}`, {
          method: request.method,
          headers,
          ...(request.method === 'POST' ? { body: JSON.stringify(request.body ?? {}) } : {}),
        }),
      )
      // The library's own failures have no words; what it knows it has told the log.
      if (answer.status >= 500) throw new Error(`sign-in answered ${answer.status}`)
      reply.status(answer.status)
      for (const [name, value] of answer.headers) if (name !== 'set-cookie') reply.header(name, value)
      const cookies = answer.headers.getSetCookie()
      if (cookies.length > 0) reply.header('set-cookie', cookies)
      return reply.send(await answer.text())
    },
  })
}

async function webRoutes(server: FastifyInstance, folder: string | null): Promise<void> {
  if (folder !== null) {
    await server.register(staticFiles, { root: folder, serve: false, cacheControl: false, preCompressed: true })
    // Built files carry their hash in the name, so they may be kept for ever.
    server.get<{ Params: { '*': string } }>('/assets/*', (request, reply) =>
      reply.header('cache-control', 'public, max-age=31536000, immutable').sendFile(`assets/${request.params['*']}`),
    )
    server.get('/service-worker.js', (_, reply) => reply.header('cache-control', 'no-cache').sendFile('service-worker.js'))
  }
  server.setNotFoundHandler(async (request, reply: FastifyReply) => {
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    const isPage = folder !== null && isRead && !request.url.startsWith('/api/') && !request.url.startsWith('/assets/')
    if (isPage) return reply.header('cache-control', 'no-cache').sendFile('index.html')
    const code: CommonError = 'not-found'
    return reply.status(statusOf(code)).send({ error: { code } } satisfies ErrorBody)
  })
}
