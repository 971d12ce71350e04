import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort, type RunningServer, startServer } from '../support/server.ts'

/** The product as people reach it by https through a proxy. */
const origin = 'https://kado.example.jp'
let dataDir: string
let server: RunningServer
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'kado-https-'))
  server = await startServer({ port: await freePort(), dataDir, env: { KADO_DEMO: 'false', DATABASE_URL: undefined, KADO_URL: origin } })
}, 120_000)
afterAll(async () => {
  await server.stop('SIGKILL')
  rmSync(dataDir, { recursive: true, force: true })
})

/** An answer as it came, its content still packed: `fetch` would unpack it. */
async function ask(path: string, { method = 'GET', accepts = 'identity' } = {}) {
  const answer = await new Promise<import('node:http').IncomingMessage>((resolve, reject) =>
    request(`${server.url}${path}`, { method, headers: { 'accept-encoding': accepts } }, resolve)
      .on('error', reject)
      .end(),
  )
  return { status: answer.statusCode, headers: answer.headers, body: await buffer(answer) }
}

const post = (path: string, body: unknown) =>
  fetch(`${server.url}/api/auth/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify(body),
  })

test('by https the cookies are named and marked as secure, and the description of the API names the same', async () => {
  const account = { name: 'Secure', email: 'secure@people.example', password: 'words that nobody else knows' }
  expect((await post('sign-up/email', account)).status).toBe(200)
  const signedIn = await post('sign-in/email', account)
  expect(signedIn.status).toBe(200)
  const cookies = signedIn.headers.getSetCookie()
  expect(cookies.map((cookie) => cookie.split('=')[0]).filter((name) => !name?.startsWith('__Secure-kado.'))).toEqual([])
  for (const mark of ['Secure', 'HttpOnly', 'SameSite=Lax'])
    expect(cookies.filter((cookie) => !cookie.split('; ').includes(mark))).toEqual([])

  const description = (await (await fetch(`${server.url}/api/openapi.json`)).json()) as {
    components: { securitySchemes: { session: { name: string } } }
  }
  const { name } = description.components.securitySchemes.session
  expect(name).toBe('__Secure-kado.session_token')
  const cookie = cookies.find((each) => each.startsWith(`${name}=`))?.split(';')[0] ?? ''
  const session = await fetch(`${server.url}/api/session`, { headers: { cookie } })
  expect(await session.json()).toMatchObject({ account: { name: 'Secure' } })
})

test('scripts and styles travel packed to whoever takes it, and are the same', async () => {
  const page = (await ask('/')).body.toString()
  const assets = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+\.(?:js|css))"/g)].map(([, path = '']) => path)
  expect(assets.map((path) => path.split('.').at(-1))).toEqual(expect.arrayContaining(['js', 'css']))
  for (const path of assets) {
    const plain = await ask(path)
    expect([plain.status, plain.headers['content-encoding']], path).toEqual([200, undefined])
    for (const [accepts, unpack] of [
      ['br', brotliDecompressSync],
      ['gzip', gunzipSync],
    ] as const) {
      const packed = await ask(path, { accepts })
      expect([packed.status, packed.headers['content-encoding'], packed.headers['content-type']], path).toEqual([
        200,
        accepts,
        plain.headers['content-type'],
      ])
      expect(packed.headers['vary']).toMatch(/accept-encoding/i)
      expect(unpack(packed.body).equals(plain.body), path).toBe(true)
      if (plain.body.length > 10_000) expect(packed.body.length).toBeLessThan(plain.body.length / 2)
    }
  }
})

test('HEAD answers as GET does, without the content', async () => {
  for (const path of ['/', '/home/office', '/api/health', '/ready', '/service-worker.js']) {
    const [head, get] = [await ask(path, { method: 'HEAD' }), await ask(path)]
    expect([head.status, head.body.length], path).toEqual([200, 0])
    expect(get.status).toBe(200)
    expect(head.headers['content-type']).toBe(get.headers['content-type'])
  }
  expect((await ask('/api/nowhere', { method: 'HEAD' })).status).toBe(404)
})
