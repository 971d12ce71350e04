import { createInterface } from 'node:readline'
import { type AddressInfo, createServer } from 'node:net'

export interface Received {
  from: string
  to: string
  subject: string
  text: string
}

const decoded = (words: string): string =>
  words.replaceAll(/=\?UTF-8\?B\?([^?]*)\?=(\r\n )?/g, (_, part: string) => Buffer.from(part, 'base64').toString('latin1'))

function letterOf(from: string, to: string, lines: readonly string[]): Received {
  const [head = '', body = ''] = lines.join('\r\n').split('\r\n\r\n')
  const subject = /^Subject: ((?:.*)(?:\r\n .*)*)/m.exec(head)?.[1] ?? ''
  return {
    from,
    to,
    subject: Buffer.from(decoded(subject), 'latin1').toString('utf8'),
    text: /^Content-Transfer-Encoding: base64$/im.test(head) ? Buffer.from(body, 'base64').toString('utf8') : body,
  }
}

/** Of `RCPT TO:<…>`; a local part in quotes is the same one without (RFC 5321, 4.1.2). */
const addressIn = (line: string): string => (/<(.*)>/.exec(line)?.[1] ?? '').replace(/^"([^"\\\\]*)"@/, '$1@')

/** A mail server that keeps what it is given; `refuses` makes it say no to whoever a letter is for. */
export async function startMailServer({ refuses = false }: { refuses?: boolean } = {}) {
  const letters: Received[] = []
  let heard: (() => void)[] = []
  const server = createServer((socket) => {
    const say = (text: string): void => void socket.write(`${text}\r\n`)
    let [from, to, data] = ['', '', null as string[] | null]
    socket.on('error', () => {})
    say('220 here')
    createInterface({ input: socket, crlfDelay: Infinity }).on('line', (line) => {
      if (data !== null) {
        if (line !== '.') return void data.push(line)
        letters.push(letterOf(from, to, data))
        data = null
        say('250 kept')
        for (const tell of heard.splice(0)) tell()
        return
      }
      const verb = line.slice(0, 4).toUpperCase()
      if (verb === 'EHLO') say('250-here\r\n250 8BITMIME')
      else if (verb === 'MAIL') [from] = [addressIn(line), say('250 ok')]
      else if (verb === 'RCPT') [to] = [addressIn(line), say(refuses ? '550 nobody here' : '250 ok')]
      else if (verb === 'DATA') [data] = [[], say('354 go on')]
      else if (verb === 'QUIT') socket.end('221 bye\r\n')
      else say('502 no')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    letters,
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
