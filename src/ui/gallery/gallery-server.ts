import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'

const types: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
}

// Stricter than the product's own, so that no part comes to need inline styles or data: addresses.
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; " +
  "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

const programme = { programmeId: '01890a5d-ac96-774b-bcce-b302099a8057', programmeName: '見本の事業', personId: null }
const memberships = [
  { ...programme, role: 'director', scopeKind: 'programme', scopeId: 'p', scopeName: '事業全体' },
  { ...programme, role: 'officer', scopeKind: 'municipality', scopeId: 'm', scopeName: '見本市' },
]

/** What reached the server, for the tests to look at. */
export type Received = { writes: { key: string; programme: string; body: unknown }[]; fileBytes: number; filePieces: number }

export type GalleryServer = { address: string; received: Received; stop: () => Promise<void> }

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(Buffer.from(part))
  return Buffer.concat(parts)
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

const refuse = (response: ServerResponse, status: number, code: string): void => answer(response, status, { error: { code } })

/** Takes a write: one name is taken, and the first answer to another is lost on the way. */
async function takeSample(request: IncomingMessage, response: ServerResponse, received: Received): Promise<void> {
  const body: { name?: string } = JSON.parse((await bodyOf(request)).toString())
  const earlier = received.writes.length
  received.writes.push({ key: String(request.headers['idempotency-key']), programme: String(request.headers['x-kado-programme']), body })
  if (body.name === '重複') return refuse(response, 409, 'name-taken')
  if (body.name === '回線' && earlier === 0) return refuse(response, 502, 'bad-gateway')
  answer(response, 200, { id: '1' })
}

/** Takes a file in pieces; the answer to the second piece is lost, though the piece is kept. */
async function takeFile(request: IncomingMessage, response: ServerResponse, received: Received): Promise<void> {
  const bytes = await bodyOf(request)
  if (request.method === 'POST') return answer(response, 200, { id: 'file-1', receivedByteCount: received.fileBytes })
  const start = Number(new URL(request.url ?? '/', 'http://localhost').searchParams.get('start'))
  if (start !== received.fileBytes) return refuse(response, 409, 'file-offset')
  received.fileBytes += bytes.length
  received.filePieces += 1
  if (received.filePieces === 2) return refuse(response, 502, 'bad-gateway')
  answer(response, 200, { receivedByteCount: received.fileBytes, complete: false })
}

function sendFile(folder: string, path: string, response: ServerResponse): void {
  const asked = join(folder, normalize(path))
  const file = existsSync(asked) && statSync(asked).isFile() ? asked : join(folder, 'index.html')
  response.writeHead(200, { 'content-security-policy': policy, 'content-type': types[extname(file)] ?? 'application/octet-stream' })
  createReadStream(file).pipe(response)
}

async function handle(folder: string, request: IncomingMessage, response: ServerResponse, received: Received): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost')
  if (pathname === '/api/session') {
    return answer(response, 200, { account: { id: 'a', name: '見本 太郎', email: 'a@example.jp', secondFactor: false }, memberships })
  }
  if (pathname === '/api/gallery/create-sample') return takeSample(request, response, received)
  if (pathname.startsWith('/api/platform/files')) return takeFile(request, response, received)
  if (pathname.startsWith('/api/')) return refuse(response, 404, 'not-found')
  sendFile(folder, pathname, response)
}

/** Serves a built gallery and answers its own contract, on a free port of this machine. */
export async function startGalleryServer(folder: string): Promise<GalleryServer> {
  const received: Received = { writes: [], fileBytes: 0, filePieces: 0 }
  const server: Server = createServer((request, response) => {
    handle(folder, request, response, received).catch(() => refuse(response, 500, 'internal'))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}`,
    received,
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
