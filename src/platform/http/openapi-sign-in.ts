import { bodyOf, type Endpoint, signInEndpoints } from '../auth/endpoints.ts'
import { jsonSchemaOf } from './json-schema.ts'
import { failed, json } from './openapi-parts.ts'

interface Said {
  id: string
  summary: string
  answer: string
  /** The answer's fields, where a machine needs them. */
  fields?: object
  /** Open to whoever is not signed in. */
  open?: true
  setsCookie?: true
}

const text = { type: 'string' }
const person = { type: 'object', required: ['id', 'name', 'email'], properties: { id: text, name: text, email: text } }
const signedIn = { answer: 'Signed in', fields: { user: person }, open: true, setsCookie: true } as const
const done = { answer: 'Done' } as const

/** What each endpoint of the door is for; what may be said to it stands in `auth/endpoints.ts`. */
const said: Record<Endpoint, Said> = {
  'POST /sign-up/email': { id: 'sign-up', summary: 'Make an account; an address that has one is answered alike', ...signedIn },
  'POST /sign-in/email': {
    id: 'password',
    summary: 'Sign in with mail address and password',
    ...signedIn,
    answer: 'Signed in; or, with `twoFactorRedirect`, a code is asked for next',
    fields: { user: person, twoFactorRedirect: { type: 'boolean' } },
  },
  'POST /sign-out': { id: 'sign-out', summary: 'Sign out', answer: 'The session has ended', fields: { success: { type: 'boolean' } } },
  'GET /get-session': { id: 'session', summary: 'The session and its account, or null', answer: 'The session', open: true },
  'GET /list-sessions': { id: 'sessions', summary: 'Where this account is signed in', answer: 'The sessions' },
  'POST /revoke-session': { id: 'end-session', summary: 'End one session of this account', ...done },
  'POST /revoke-other-sessions': { id: 'end-others', summary: 'End all sessions of this account but this one', ...done },
  'POST /update-user': { id: 'change-account', summary: 'Change name or language', ...done },
  'POST /change-password': { id: 'change-password', summary: 'Change the password; the other sessions end', ...done },
  'POST /reset-password': { id: 'reset-password', summary: 'Set a new password by a link; all sessions end', ...done, open: true },
  'POST /two-factor/enable': { id: 'begin-code', summary: 'Begin a second factor', answer: 'What the authenticator app needs, once' },
  'POST /two-factor/disable': { id: 'end-code', summary: 'Take the second factor away; the other sessions end', ...done },
  'POST /two-factor/verify-totp': { id: 'code', summary: 'Give the code of the second factor; each works once', ...signedIn },
  'POST /two-factor/verify-backup-code': { id: 'backup-code', summary: 'Give a code for emergencies; each works once', ...signedIn },
  'GET /passkey/generate-register-options': { id: 'begin-passkey', summary: 'Begin a passkey', answer: 'What the browser is asked' },
  'POST /passkey/verify-registration': { id: 'add-passkey', summary: 'Add the passkey that the browser made', ...done },
  'GET /passkey/generate-authenticate-options': {
    id: 'ask-passkey',
    summary: 'Begin to sign in by passkey',
    answer: 'What the browser is asked',
    open: true,
  },
  'POST /passkey/verify-authentication': { id: 'passkey', summary: 'Sign in by passkey', ...signedIn, fields: {} },
  'GET /passkey/list-user-passkeys': { id: 'passkeys', summary: 'The passkeys of this account', answer: 'The passkeys' },
  'POST /passkey/delete-passkey': { id: 'remove-passkey', summary: 'Remove a passkey', ...done },
  'POST /unlock/ask': {
    id: 'ask-unlock',
    summary: 'Have a link sent by which an account that others have locked can be tried again',
    answer: 'The same for every address',
    fields: { sent: { type: 'boolean' } },
    open: true,
  },
  'POST /unlock/use': {
    id: 'unlock',
    summary: 'Use that link: this device may try again, once and within its minutes',
    answer: 'This device may try again',
    fields: { unlocked: { type: 'boolean' } },
    open: true,
    setsCookie: true,
  },
}

/** The paths of signing in; `cookie` is the name of the session's. */
export function signInPaths(cookie: string) {
  const failure = json({ type: 'object', properties: { code: text, message: text } })
  const refusal = (description: string) => ({ description, ...failure })
  const refusals = {
    400: refusal('Refused; `code` says why'),
    401: refusal('Not signed in, or not the right password or code'),
    403: refusal('Not allowed, or asked from another site'),
    429: refusal('Too many attempts from this address, or for this account'),
    500: failed[500],
    503: failed[503],
  }
  const cookies = { headers: { 'Set-Cookie': { description: `\`${cookie}\`: the session.`, schema: text } } }
  return Object.fromEntries(
    signInEndpoints.map((endpoint) => {
      const [method = '', path = ''] = endpoint.split(' ')
      const { id, summary, answer, fields, open, setsCookie } = said[endpoint]
      const body = bodyOf(endpoint)
      return [
        `/api/auth${path}`,
        {
          [method.toLowerCase()]: {
            operationId: `sign-in.${id}`,
            summary,
            tags: ['sign-in'],
            ...(body ? { requestBody: { required: true, ...json(jsonSchemaOf(body, 'input')) } } : {}),
            responses: {
              200: { description: answer, ...json(fields ? { type: 'object', properties: fields } : {}), ...(setsCookie ? cookies : {}) },
              ...refusals,
            },
            ...(open ? { security: [{}] } : {}),
          },
        },
      ]
    }),
  )
}
