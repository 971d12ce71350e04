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
 * Sends one letter by SMTP with TLS: from the beginning for `smtps:`, by STARTTLS otherwise. A password is never said without TLS;
 * without one, letters go in the clear only to a server that offers none.
 * @throws Error with what the server answered
 */
export async function sendLetter({ url: address, from }: MailServer, { to, subject, text }: Letter): Promise<void> {
  // Loaded with the first letter: most servers never send one.
  const { createTransport } = await import('nodemailer')
  const url = new URL(address)
  const secure = url.protocol === 'smtps:'
  const user = decodeURIComponent(url.username)
  const transport = createTransport({
    host: url.hostname.replaceAll(/^\[|\]$/g, ''),
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    ...(user === '' ? {} : { auth: { user, pass: decodeURIComponent(url.password) }, requireTLS: true }),
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  try {
    await transport.sendMail({
      from: { name: 'KADO', address: from },
      to: { name: '', address: to },
      subject,
      text,
      textEncoding: 'base64',
      headers: { 'Auto-Submitted': 'auto-generated' },
    })
  } finally {
    transport.close()
  }
}
