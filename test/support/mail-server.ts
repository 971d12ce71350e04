import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import PostalMime from 'postal-mime'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

export interface Received {
  from: string
  to: string
  subject: string
  text: string
}

/** A local part in quotes is the same one without (RFC 5321, 4.1.2). */
const unquoted = (address: string): string => address.replace(/^"([^"\\]*)"@/, '$1@')

/** A certificate of `localhost` and its key, made for tests: nobody trusts it but whoever is told to. */
const certificate = readFileSync(join(import.meta.dirname, 'localhost.pem'), 'utf8')

interface Kind {
  /** Says no to whoever a letter is for. */
  refuses?: boolean
  /** From the beginning, by STARTTLS, or not at all. */
  tls?: 'always' | 'starttls' | 'none'
  /** Whoever sends has to give this password. */
  password?: string
}

/** A mail server that keeps what it is given. With TLS, this process trusts its certificate from then on. */
export async function startMailServer({ refuses = false, tls = 'none', password }: Kind = {}) {
  const letters: Received[] = []
  const signedIn: string[] = []
  let heard: (() => void)[] = []
  if (tls !== 'none') setDefaultCACertificates([...getCACertificates(), certificate])
  const options: SMTPServerOptions = {
    secure: tls === 'always',
    disabledCommands: [...(tls === 'none' ? ['STARTTLS'] : []), ...(password === undefined ? ['AUTH'] : [])],
    // Old addresses of phones, which no rule of today allows.
    lenientAddressParsing: true,
    authOptional: password === undefined,
    ...(tls === 'none' ? {} : { key: certificate, cert: certificate }),
    onAuth: (given, session, answer) => {
      signedIn.push(`${given.username} ${session.secure ? 'by TLS' : 'in the clear'}`)
      if (given.password === password) answer(null, { user: given.username ?? '' })
      else answer(new Error('535 no such password'))
    },
    onRcptTo: (_address, _session, answer) => answer(refuses ? new Error('nobody here') : null),
    onData: (stream, { envelope }, answer) => {
      void buffer(stream)
        .then((raw) => PostalMime.parse(raw))
        .then(({ subject = '', text = '' }) => {
          const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address
          for (const { address } of envelope.rcptTo) letters.push({ from, to: unquoted(address), subject, text })
          answer()
          for (const tell of heard.splice(0)) tell()
        }, answer)
    },
  }
  const server = new SMTPServer(options)
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const address = server.server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: tls === 'none' ? `smtp://127.0.0.1:${port}` : `${tls === 'always' ? 'smtps' : 'smtp'}://localhost:${port}`,
    letters,
    /** Who signed in, and how. */
    signedIn,
    /** Resolves with the first letter to an address that nobody has taken yet. */
    async next(to: string): Promise<Received> {
      for (;;) {
        const at = letters.findIndex((letter) => letter.to === to)
        const [letter] = at === -1 ? [] : letters.splice(at, 1)
        if (letter) return letter
        await new Promise<void>((resolve) => (heard = [...heard, resolve]))
      }
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
