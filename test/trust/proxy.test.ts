import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:https'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { readSettings } from '../../src/main/settings.ts'
import { createHttpWorld, type HttpWorld } from '../support/http-world.ts'
import { freePort } from '../support/server.ts'

const guide = readFileSync(join(dirname(dirname(import.meta.dirname)), 'docs', 'proxy.md'), 'utf8')
const example = (language: string) => new RegExp('```' + language + '\\n([^`]+)```').exec(guide)?.[1] ?? ''
const isThere = (program: string) => spawnSync(program, [program === 'nginx' ? '-v' : 'version']).status === 0

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kado-proxy-'))
  execFileSync(
    'openssl',
    ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost'].concat([
      '-keyout',
      join(folder, 'key.pem'),
      '-out',
      join(folder, 'certificate.pem'),
    ]),
    { stdio: 'ignore' },
  )
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

async function listens(port: number, proxy: ChildProcess): Promise<void> {
  let said = ''
  proxy.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()))
  for (let tried = 0; tried < 200; tried++) {
    if (proxy.exitCode !== null) throw new Error(`the proxy ended: ${said}`)
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => (socket.destroy(), resolve(true)))
      socket.on('error', () => resolve(false))
    })
    if (isOpen) return
    await wait(50)
  }
  throw new Error(`the proxy does not listen: ${said}`)
}

interface Front {
  url: string
  http: HttpWorld
}

/** The server behind a proxy whose configuration is made from the ports of both. */
async function behind(
  start: (port: number, target: string) => ChildProcess,
  options: { baseUrl?: string; trustProxy?: number | string[] } = {},
): Promise<Front> {
  const port = await freePort()
  const url = `https://localhost:${port}`
  const http = await createHttpWorld({ baseUrl: url, ...options })
  ends.push(() => http.close())
  const proxy = start(port, new URL(http.url).host)
  ends.push(() => void proxy.kill('SIGKILL'))
  await listens(port, proxy)
  return { url, http }
}

function nginx(server: string) {
  return (port: number, target: string): ChildProcess => {
    const configured = server
      .replace('listen 443 ssl', `listen ${port} ssl`)
      .replace('server_name kado.example.jp', 'server_name localhost')
      .replace(/ssl_certificate \S+;/, `ssl_certificate ${join(folder, 'certificate.pem')};`)
      .replace(/ssl_certificate_key \S+;/, `ssl_certificate_key ${join(folder, 'key.pem')};`)
      .replace('127.0.0.1:3000', target)
    const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${join(folder, name)};`).join(' ')
    const file = join(folder, `nginx-${port}.conf`)
    writeFileSync(
      file,
      `daemon off; master_process off; pid ${file}.pid; error_log stderr; events {} http { access_log off; ${places} ${configured} }`,
    )
    return spawn('nginx', ['-p', folder, '-e', 'stderr', '-c', file], { stdio: ['ignore', 'ignore', 'pipe'] })
  }
}

function caddy(site: string) {
  return (port: number, target: string): ChildProcess => {
    const certificate = `\ttls ${join(folder, 'certificate.pem')} ${join(folder, 'key.pem')}\n`
    const configured = site.replace('kado.example.jp {\n', `https://localhost:${port} {\n${certificate}`).replace('127.0.0.1:3000', target)
    const file = join(folder, `Caddyfile-${port}`)
    writeFileSync(file, `{\n\tadmin off\n\tauto_https disable_redirects\n}\n${configured}`)
    const env = { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder }
    return spawn('caddy', ['run', '--adapter', 'caddyfile', '--config', file], { stdio: ['ignore', 'ignore', 'pipe'], env })
  }
}

/** As a browser asks through the proxy. */
function ask(url: string, path: string, body: unknown, headers: Record<string, string> = {}): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const own = { 'content-type': 'application/json', origin: url, 'sec-fetch-site': 'same-origin', ...headers }
    const asked = request(
      `${url}${path}`,
      { method: body === null ? 'GET' : 'POST', rejectUnauthorized: false, headers: own },
      (answer) => {
        void text(answer).then((said) => resolve({ status: answer.statusCode ?? 0, body: said }))
      },
    )
    asked.on('error', reject)
    asked.end(body === null ? undefined : JSON.stringify(body))
  })
}

const person = { name: 'Proxy', email: 'proxy@example.jp', password: 'quite a long password' }

async function signsIn({ url }: Front): Promise<number[]> {
  const up = await ask(url, '/api/auth/sign-up/email', person)
  const { email, password } = person
  return [up.status, (await ask(url, '/api/auth/sign-in/email', { email, password })).status]
}

describe('docs/proxy.md の例', { timeout: 60_000 }, () => {
  test.skipIf(!isThere('nginx'))('nginx: サインインでき、接続元は利用者の書いたものにならない', async () => {
    const front = await behind(nginx(example('nginx')), { trustProxy: 1 })
    expect(await signsIn(front)).toEqual([200, 200])
    const { body } = await ask(front.url, '/api/session', null, { 'x-forwarded-for': '203.0.113.9' })
    expect(JSON.parse(body)).toMatchObject({ address: '127.0.0.1' })
  })

  test.skipIf(!isThere('caddy'))('Caddy: サインインでき、接続元は利用者の書いたものにならない', async () => {
    const front = await behind(caddy(example('caddy')), { trustProxy: ['loopback'] })
    expect(await signsIn(front)).toEqual([200, 200])
    const { body } = await ask(front.url, '/api/session', null, { 'x-forwarded-for': '203.0.113.9' })
    expect((JSON.parse(body) as { address: string }).address).toMatch(/^(127\.0\.0\.1|::1)$/)
  })

  test.skipIf(!isThere('nginx'))('素の proxy_pass でも KADO_URL が正しければサインインでき、違えばそう言う', async () => {
    const plain = example('nginx').replaceAll(/ {4}proxy_(set_header|http_version).*\n/g, '')
    expect(await signsIn(await behind(nginx(plain)))).toEqual([200, 200])
    const other = await behind(nginx(plain), { baseUrl: 'http://localhost:3000' })
    const { status, body } = await ask(other.url, '/api/auth/sign-in/email', person)
    expect([status, JSON.parse(body)]).toEqual([403, { error: { code: 'other-address' } }])
  })
})

test('よそのサイトからの書き込みは、設定の誤りとは言い分けて断る', async () => {
  const http = await createHttpWorld()
  ends.push(() => http.close())
  const post = async (headers: Record<string, string>) => {
    const answer = await fetch(`${http.url}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(person),
    })
    return [answer.status, await answer.json()]
  }
  const foreign = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' }
  expect(await post(foreign)).toEqual([403, { error: { code: 'not-permitted' } }])
  expect(await post({ ...foreign, 'sec-fetch-site': 'same-origin' })).toEqual([403, { error: { code: 'other-address' } }])
})

test('利用者が X-Forwarded-For を作っても、サインインの試みは一つの接続元として数える', async () => {
  const http = await createHttpWorld({ trustProxy: 1 })
  ends.push(() => http.close())
  const statuses: number[] = []
  for (let tried = 0; tried < 25; tried++) {
    const answer = await fetch(`${http.url}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': `10.9.8.${tried}, 198.51.100.7` },
      body: JSON.stringify({ email: `nobody${tried}@example.jp`, password: 'not the password' }),
    })
    statuses.push(answer.status)
  }
  expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(4)
})

describe('KADO_TRUST_PROXY', () => {
  const trust = (value: string) => readSettings({ KADO_DATA_DIR: folder, KADO_TRUST_PROXY: value }).trustProxy

  test('数か、プロキシの並び', () => {
    expect([trust(''), trust('0'), trust('2'), trust('10.0.0.5, 192.168.0.0/24,::1,loopback')]).toEqual([
      false,
      false,
      2,
      ['10.0.0.5', '192.168.0.0/24', '::1', 'loopback'],
    ])
  })

  test.for(['true', '-1', '1.5', '0.0.0.0/0', '::/0', '10.0.0.0/33', 'proxy.example.jp', '1,x'])('%s は断る', (value) => {
    expect(() => trust(value)).toThrow(expect.objectContaining({ reason: { code: 'not-a-proxy', given: value } }))
  })
})
