import { randomUUID } from 'node:crypto'
import { connect as connectPlain, type Socket } from 'node:net'
import { hostname } from 'node:os'
import { createInterface } from 'node:readline'
import { connect as connectSecure } from 'node:tls'

/** A mail server as `smtp://user:password@host:587` or `smtps://host`, and the address from which letters come. */
export interface MailServer {
  url: string
  from: string
}

interface Letter {
  to: string
  subject: string
  text: string
}

const patienceMs = 20_000

/**
 * Sends one letter by SMTP (RFC 5321) with TLS: from the beginning for `smtps:`, by STARTTLS (RFC 3207) otherwise. A password is never
 * said without TLS; without one, letters go in the clear only to a server that offers none.
 * @throws Error with what the server answered
 */
export async function sendLetter(server: MailServer, letter: Letter): Promise<void> {
  const url = new URL(server.url)
  const isSecure = url.protocol === 'smtps:'
  const host = url.hostname.replaceAll(/^\[|\]$/g, '')
  const port = Number(url.port) || (isSecure ? 465 : 587)
  let line = await speak(isSecure ? connectSecure({ host, port, servername: host }) : connectPlain({ host, port }))
  try {
    await line.answer('220')
    let offers = await line.ask(`EHLO ${hostname()}`, '250')
    if (!isSecure && /^250[ -]STARTTLS$/im.test(offers)) {
      await line.ask('STARTTLS', '220')
      line = await speak(connectSecure({ socket: line.release(), servername: host }))
      offers = await line.ask(`EHLO ${hostname()}`, '250')
    }
    if (url.username !== '') {
      if (!line.isSecure) throw new Error('the mail server offers no TLS, so the password is not sent')
      const said = Buffer.from(`\0${decodeURIComponent(url.username)}\0${decodeURIComponent(url.password)}`).toString('base64')
      await line.ask(`AUTH PLAIN ${said}`, '235')
    }
    await line.ask(`MAIL FROM:<${server.from}>`, '250')
    await line.ask(`RCPT TO:<${letter.to}>`, '25')
    await line.ask('DATA', '354')
    await line.ask(`${written(server.from, letter)}\r\n.`, '250')
    line.say('QUIT')
  } finally {
    line.end()
  }
}

/** The letter as text of mail (RFC 5322): all of it is Base64, so that no line is too long, begins with a dot or holds a header. */
function written(from: string, { to, subject, text }: Letter): string {
  const body = Buffer.from(text).toString('base64').replaceAll(/.{76}/g, '$&\r\n')
  return [
    `From: KADO <${from}>`,
    `To: <${to}>`,
    `Subject: ${encodedWords(subject)}`,
    `Date: ${new Date().toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${randomUUID()}@${from.split('@')[1] ?? 'localhost'}>`,
    'Auto-Submitted: auto-generated',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    body,
  ].join('\r\n')
}

/** Words of at most 75 characters each (RFC 2047); no character is cut in two. */
const encodedWords = (text: string): string =>
  (text.match(/.{1,14}/gsu) ?? []).map((part) => `=?UTF-8?B?${Buffer.from(part).toString('base64')}?=`).join('\r\n ')

/** A conversation line by line. An answer that does not begin as it should ends it. */
async function speak(socket: Socket) {
  socket.setTimeout(patienceMs, () => socket.destroy(new Error('the mail server does not answer')))
  let failure: Error | null = null
  socket.on('error', (error) => void (failure = error))
  const reader = createInterface({ input: socket, crlfDelay: Infinity })
  const lines = reader[Symbol.asyncIterator]()
  const say = (text: string): void => void socket.write(`${text}\r\n`)
  const answer = async (begins: string): Promise<string> => {
    const heard: string[] = []
    for (;;) {
      const { value, done } = await lines.next()
      if (done === true) throw failure ?? new Error('the mail server closed the connection')
      heard.push(value)
      if (/^\d{3}-/.test(value)) continue
      if (!value.startsWith(begins)) throw new Error(`the mail server answered ${value.slice(0, 200)}`)
      return heard.join('\n')
    }
  }
  return {
    isSecure: 'encrypted' in socket,
    say,
    answer,
    ask: (text: string, begins: string): Promise<string> => (say(text), answer(begins)),
    /** Hands the socket over to TLS. */
    release(): Socket {
      reader.close()
      socket.removeAllListeners('data')
      return socket
    },
    end: (): void => void socket.end(),
  }
}
