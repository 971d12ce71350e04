import { oneTimeCode } from './one-time-code.ts'

/** A browser at the sign-in endpoints: it keeps its cookies, and says what was answered. */
export function browserAt(url: string) {
  const jar = new Map<string, string>()
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  async function ask(method: 'GET' | 'POST', path: string, body?: unknown) {
    const answer = await fetch(`${url}/api/auth/${path}`, {
      method,
      headers: { cookie: cookie(), ...(method === 'POST' ? { 'content-type': 'application/json' } : {}) },
      ...(method === 'POST' ? { body: JSON.stringify(body ?? {}) } : {}),
    })
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      const value = pair.slice(at + 1)
      if (value === '' || /max-age=0/i.test(line)) jar.delete(pair.slice(0, at))
      else jar.set(pair.slice(0, at), value)
    }
    const text = await answer.text()
    const json = (text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : null) as Record<string, unknown> | null
    return { status: answer.status, text, json, headers: answer.headers }
  }
  const post = (path: string, body?: unknown) => ask('POST', path, body)
  return {
    jar,
    cookie,
    post,
    get: (path: string) => ask('GET', path),
    signUp: (email: string, password: string, more: object = {}) => post('sign-up/email', { name: '見本', email, password, ...more }),
    signIn: (email: string, password: string, more: object = {}) => post('sign-in/email', { email, password, ...more }),
    /** Sets up one-time codes and answers their secret. The code that was shown is that of `at`. */
    async enrol(password: string, at: Date): Promise<string> {
      const begun = await post('two-factor/enable', { password })
      const secret = new URL(String(begun.json?.['totpURI'])).searchParams.get('secret') ?? ''
      const done = await post('two-factor/verify-totp', { code: oneTimeCode(secret, at) })
      if (done.status !== 200) throw new Error(`no second factor: ${done.status} ${done.text}`)
      return secret
    },
  }
}
