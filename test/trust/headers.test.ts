import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../src/platform/action.ts'
import { createHttpWorld, type HttpWorld } from '../support/http-world.ts'
import { createProgramme, type World } from '../support/world.ts'

/** What a browser is told, and what the doors beside the actions refuse. */
const built = join(dirname(dirname(import.meta.dirname)), 'dist', 'web')
let http: HttpWorld
let world: World
let cookie: string

beforeAll(async () => {
  http = await createHttpWorld(existsSync(built) ? { webFolder: built } : {})
  world = await createProgramme(http.database)
  cookie = await http.signIn((await world.person('sales')).userId)
}, 60_000)
afterAll(() => http.close())

const auth = (path: string, body: unknown, cookie = '') =>
  fetch(`${http.url}/api/auth/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: http.url, cookie },
    body: JSON.stringify(body),
  })

describe('headers', () => {
  test('every answer has a policy without inline scripts, sniffing, frames or other hosts', async () => {
    for (const path of ['/', '/api/session', '/api/health', '/api/nowhere', '/api/openapi.json']) {
      const { headers } = await fetch(`${http.url}${path}`)
      const policy = headers.get('content-security-policy') ?? ''
      const sources = Object.fromEntries(policy.split(';').map((part) => [part.split(' ')[0], part.split(' ').slice(1)]))
      expect(sources['default-src'], path).toEqual(["'self'"])
      expect(sources['script-src'], path).toEqual(["'self'"])
      expect(sources['frame-ancestors']).toEqual(["'none'"])
      expect(sources['base-uri']).toEqual(["'none'"])
      expect(sources['object-src']).toEqual(["'none'"])
      expect(policy).not.toMatch(/https?:|unsafe-eval|\*/)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('x-powered-by')).toBeNull()
    }
  })

  test.runIf(existsSync(built))('the built pages name no other host and hold no inline script', () => {
    const files = readdirSync(built, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(js|css|html|svg)$/.test(name))
    expect(files.length).toBeGreaterThan(2)
    // Names of formats and links that libraries print into messages for developers; none is fetched, and the policy forbids it.
    const names = new Set([
      'www.w3.org',
      'github.com',
      'react.dev',
      'react-spectrum.adobe.com',
      'tanstack.com',
      'localhost',
      'tailwindcss.com',
      'echarts.apache.org',
      'json-schema.org',
      'fb.me',
      'bugs.webkit.org',
      'bugzilla.mozilla.org',
      'developer.mozilla.org',
      'stackoverflow.com',
      'zod.dev',
      'simplewebauthn.dev',
      'openjsf.org',
      'radix-ui.com',
      'www.apache.org',
      'ecomfe.github.io',
      'momentjs.com',
      'drafts.csswg.org',
    ])
    const hosts = new Set<string>()
    for (const file of files) {
      const text = readFileSync(join(built, file), 'utf8')
      for (const [, host = ''] of text.matchAll(/https?:\/\/([a-z0-9][a-z0-9.-]*[a-z0-9])/gi))
        if (!names.has(host)) hosts.add(`${host} in ${file}`)
      if (file.endsWith('.html')) expect(text.match(/<script(?![^>]*\ssrc=)[^>]*>/g) ?? []).toEqual([])
      if (file.endsWith('.html') || file.endsWith('.css'))
        expect(text).not.toMatch(/(src|href)=["']?https?:|url\(["']?https?:|@import\s+["']https?:/)
    }
    expect([...hosts]).toEqual([])
  })
})

describe('sign-in', () => {
  const password = 'a long enough password'
  // An address may ask for three accounts in ten seconds: these tests ask for three.
  const email = `${newId()}@people.example`

  test('the cookie is kept from scripts and from other sites, and is another one each time', async () => {
    expect((await auth('sign-up/email', { name: 'Somebody', email, password })).status).toBe(200)
    const answer = await auth('sign-in/email', { email, password }, cookie)
    expect(answer.status).toBe(200)
    // A session that somebody else has planted is not taken over.
    expect(answer.headers.getSetCookie().join()).not.toContain(cookie.split('=')[1])
    const session = answer.headers.getSetCookie().find((each) => each.startsWith('kado.session_token='))
    expect(session).toMatch(/; HttpOnly/)
    expect(session).toMatch(/; SameSite=Lax/)
    expect(session).toMatch(/; Path=\//)
  })

  test('an unknown address and a wrong password are answered alike', async () => {
    const answers = await Promise.all(
      [email, `${newId()}@people.example`].map(async (each) => {
        const begun = performance.now()
        const answer = await auth('sign-in/email', { email: each, password: 'a wrong password' })
        return { status: answer.status, body: await answer.text(), milliseconds: performance.now() - begun }
      }),
    )
    expect(answers[0]?.status).toBe(401)
    expect(answers[1]).toMatchObject({ status: answers[0]?.status, body: answers[0]?.body })
    // An unknown address costs the same hash; without it the answer would come a hundred times faster.
    expect((answers[1]?.milliseconds ?? 0) * 20).toBeGreaterThan(answers[0]?.milliseconds ?? Infinity)
  })

  test('making an account does not tell whether the address is known, and changes nothing if it is', async () => {
    const again = await auth('sign-up/email', { name: 'Somebody', email, password: 'another long password' })
    expect([again.status, again.headers.getSetCookie()]).toEqual([200, []])
    expect(Object.keys((await again.json()) as object).sort()).toEqual(['token', 'user'])
    expect((await auth('sign-in/email', { email, password: 'another long password' })).status).toBe(401)
  })

  test('an account is closed after ten failures, but not to its owner', async () => {
    await http.database.pool.query('delete from platform.session s using platform."user" u where u.id = s.user_id and u.email = $1', [
      email,
    ])
    for (let n = 0; n < 10; n++) await auth('sign-in/email', { email, password: `guess number ${n}` })
    const closed = await auth('sign-in/email', { email: email.toUpperCase(), password })
    expect([closed.status, ((await closed.json()) as { code: string }).code]).toEqual([429, 'TOO_MANY_ATTEMPTS'])
    // Where the owner is signed in on another device, others' guesses do not count.
    await http.database.pool.query(
      `insert into platform.session (id, user_id, token, ip_address, expires_at)
       select 'familiar', id, 'familiar', '127.0.0.1', now() + interval '1 day' from platform."user" where email = $1`,
      [email],
    )
    expect((await auth('sign-in/email', { email, password })).status).toBe(200)
  })

  test('a session ends thirty days after the sign-in, however it is used', async () => {
    const { rows } = await http.database.pool.query<{ days: number }>(
      `with made as (update platform.session set created_at = now() - interval '29 days', expires_at = now() + interval '14 days'
                     where id = 'familiar' returning created_at, expires_at)
       select round(extract(epoch from expires_at - created_at) / 86400)::int as days from made`,
    )
    expect(rows).toEqual([{ days: 30 }])
  })

  test('a known password and a foreign way back are refused', async () => {
    expect((await auth('sign-up/email', { name: 'Somebody', email: `${newId()}@people.example`, password: 'SAKURA1234' })).status).toBe(400)
    const away = await auth('sign-in/email', { email: 'a@people.example', password, callbackURL: 'https://elsewhere.example/' })
    expect([401, 403]).toContain(away.status)
    expect(`${away.headers.get('location')} ${await away.text()}`).not.toContain('elsewhere')
  })

  test('guessing is slowed down, and others may still come in', { timeout: 60_000 }, async () => {
    const statuses: number[] = []
    for (let n = 0; n < 30; n++)
      statuses.push((await auth('sign-in/email', { email: 'guessed@people.example', password: `guess number ${n}` })).status)
    expect(statuses).toContain(429)
    expect(statuses.filter((status) => status !== 401 && status !== 429)).toEqual([])
    expect((await fetch(`${http.url}/api/session`, { headers: { cookie } })).status).toBe(200)
  })

  test('a forged, shortened or foreign cookie is nobody’s', async () => {
    const [name = '', value = ''] = cookie.split('=')
    const token = decodeURIComponent(value)
    const forged = [token.slice(0, -3), `${token.split('.')[0]}.`, `${token.split('.')[0]}`, `x${token}`, `${token}x`, '%E0%A4%A', '']
    for (const each of forged) {
      const { account } = (await (
        await fetch(`${http.url}/api/session`, { headers: { cookie: `${name}=${encodeURIComponent(each)}` } })
      ).json()) as { account: unknown }
      expect(account, each).toBeNull()
    }
    const { account } = (await (await fetch(`${http.url}/api/session`, { headers: { cookie } })).json()) as { account: unknown }
    expect(account).not.toBeNull()
  })
})

describe('writes from elsewhere', () => {
  test('a page of another site cannot write, whatever it says of itself', async () => {
    const before = await world.count('sales.client')
    const strange: Record<string, string>[] = [
      { origin: 'https://elsewhere.example' },
      { origin: 'null' },
      { origin: 'not an address' },
      { origin: `${http.url}.elsewhere.example` },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ]
    for (const headers of strange) {
      for (const path of ['/api/sales/record-client', '/api/platform/files', '/api/auth/sign-in/email']) {
        const { status } = await fetch(`${http.url}${path}`, {
          method: 'POST',
          headers: {
            cookie,
            'x-kado-programme': world.programmeId,
            'content-type': 'application/json',
            'idempotency-key': newId(),
            ...headers,
          },
          body: '{}',
        })
        expect(status, `${path} ${JSON.stringify(headers)}`).toBe(403)
      }
    }
    expect(await world.count('sales.client')).toBe(before)
  })

  test('a simple form cannot be a write', async () => {
    const { status } = await fetch(`${http.url}/api/sales/record-client`, {
      method: 'POST',
      headers: {
        cookie,
        'x-kado-programme': world.programmeId,
        'content-type': 'application/x-www-form-urlencoded',
        'idempotency-key': newId(),
      },
      body: 'name=x',
    })
    expect(status).toBe(422)
  })
})

describe('uploads', () => {
  const headers = () => ({ cookie, 'x-kado-programme': world.programmeId })
  async function upload(name: string, bytes: Buffer, announced: { byteCount?: number; sha256?: string } = {}) {
    const begun = await fetch(`${http.url}/api/platform/files`, {
      method: 'POST',
      headers: { ...headers(), 'content-type': 'application/json' },
      body: JSON.stringify({
        name,
        byteCount: announced.byteCount ?? bytes.length,
        sha256: announced.sha256 ?? createHash('sha256').update(bytes).digest('hex'),
      }),
    })
    if (begun.status !== 200)
      return { status: begun.status, code: ((await begun.json()) as { error: { code: string } }).error.code, id: '' }
    const { id } = (await begun.json()) as { id: string }
    const sent = await fetch(`${http.url}/api/platform/files/${id}?start=0`, {
      method: 'PUT',
      headers: { ...headers(), 'content-type': 'application/octet-stream' },
      body: new Uint8Array(bytes),
    })
    const answer = (await sent.json()) as { error?: { code: string } }
    return { status: sent.status, code: answer.error?.code ?? '', id }
  }

  test('pages, pictures with scripts and programs are not accepted by name', async () => {
    for (const name of ['page.html', 'page.htm', 'picture.svg', 'x.xml', 'x.js', 'x.exe', 'x.php', 'noending', 'x.pdf.html', '.htaccess']) {
      expect(await upload(name, Buffer.from('<svg onload=alert(1)>')), name).toMatchObject({ status: 409, code: 'file-type' })
    }
  })

  test('what a file is decides, not what it is called', async () => {
    const html = Buffer.from('<html><script>alert(1)</script></html>')
    for (const name of ['x.pdf', 'x.png', 'x.jpg', 'x.webp', 'x.xlsx', 'x.docx', 'x.zip'])
      expect(await upload(name, html), name).toMatchObject({ status: 409, code: 'file-content' })
    expect(await upload('sound.webp', Buffer.from('RIFF\0\0\0\0WAVEfmt '))).toMatchObject({ code: 'file-content' })
    expect(await upload('program.txt', Buffer.from([0x4d, 0x5a, 0, 1]))).toMatchObject({ code: 'file-content' })
    expect(await upload('changed.pdf', Buffer.from('%PDF-1.7'), { sha256: '0'.repeat(64) })).toMatchObject({ code: 'file-content' })
  })

  test('a file that is two things at once is only ever downloaded, as what it was checked to be', async () => {
    const { id, status } = await upload(
      'two\u202e\r\nset-cookie: x=1"/../..\\.pdf',
      Buffer.from('%PDF-1.7 <html><script>alert(1)</script></html>'),
    )
    expect(status).toBe(200)
    const answer = await fetch(`${http.url}/api/platform/files/${id}`, { headers: headers() })
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    expect(answer.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'")
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(answer.headers.get('cache-control')).toContain('no-store')
    expect(answer.headers.get('set-cookie')).toBeNull()
    const disposition = answer.headers.get('content-disposition') ?? ''
    expect(disposition).toMatch(/^attachment; filename\*=UTF-8''[A-Za-z0-9%_.!~*'()-]+$/)
    expect(decodeURIComponent(disposition.slice(disposition.indexOf("''") + 2))).not.toMatch(/[\u202e\r\n"/\\]/)
  })

  test('more than is allowed, or than was announced, is refused', async () => {
    expect(await upload('big.txt', Buffer.from('x'), { byteCount: 10_485_761 })).toMatchObject({ status: 409, code: 'file-too-large' })
    expect(await upload('more.txt', Buffer.from('more than announced'), { byteCount: 4 })).toMatchObject({
      status: 409,
      code: 'file-too-large',
    })
    expect(
      (
        await fetch(`${http.url}/api/platform/files/${newId()}?start=0`, {
          method: 'PUT',
          headers: { ...headers(), 'content-type': 'application/octet-stream' },
          body: new Uint8Array(1_048_577),
        })
      ).status,
    ).toBe(413)
  })

  test('another person’s file is not found, by name or by writing into it', async () => {
    const { id } = await upload('own.txt', Buffer.from('own'))
    const other = await http.signIn((await world.person('sales')).userId)
    expect((await fetch(`${http.url}/api/platform/files/${id}`, { headers: { ...headers(), cookie: other } })).status).toBe(404)
    expect(
      (
        await fetch(`${http.url}/api/platform/files/${id}?start=0`, {
          method: 'PUT',
          headers: { ...headers(), cookie: other, 'content-type': 'application/octet-stream' },
          body: 'x',
        })
      ).status,
    ).toBe(404)
  })

  test('no path leads out of the folder of the pages', async () => {
    for (const path of [
      '/../../package.json',
      '/..%2f..%2fpackage.json',
      '/%2e%2e/%2e%2e/package.json',
      '/assets/..%5c..%5cpackage.json',
      '/assets/%2e%2e%2f%2e%2e%2fpackage.json',
      '//etc/passwd',
    ]) {
      expect(await (await fetch(`${http.url}${path}`)).text(), path).not.toMatch(/"devDependencies"|root:/)
    }
  })
})

test('people behind one address are counted each by their own, and all of them by a wide limit', async () => {
  const limited = await createHttpWorld({ requestsPerMinute: 20 })
  try {
    const room = await createProgramme(limited.database)
    const cookies = await Promise.all(Array.from({ length: 12 }, async () => limited.signIn(await room.user())))
    const statuses: number[] = []
    for (const cookie of cookies)
      statuses.push(
        ...(await Promise.all(
          Array.from({ length: 20 }, async () => (await fetch(`${limited.url}/api/health`, { headers: { cookie } })).status),
        )),
      )
    expect([statuses.slice(0, 200).every((status) => status === 200), statuses.slice(200)]).toEqual([
      true,
      Array.from({ length: 40 }, () => 429),
    ])
    const forged = `kado.session_token=${'x'.repeat(24)}.${'y'.repeat(44)}`
    expect((await fetch(`${limited.url}/api/health`, { headers: { cookie: forged } })).status).toBe(429)
  } finally {
    await limited.close()
  }
})

test('one address that asks too often is told to wait', async () => {
  const limited = await createHttpWorld({ requestsPerMinute: 20 })
  try {
    const statuses = await Promise.all(Array.from({ length: 40 }, async () => (await fetch(`${limited.url}/api/health`)).status))
    expect(statuses.filter((status) => status === 200)).toHaveLength(20)
    expect(statuses.filter((status) => status === 429)).toHaveLength(20)
  } finally {
    await limited.close()
  }
})
