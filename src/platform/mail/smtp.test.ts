import { afterEach, expect, test } from 'vitest'
import { startMailServer } from '../../../test/support/mail-server.ts'
import { sendLetter } from './smtp.ts'

const letter = { to: 'taro@people.example', subject: '髙橋 𠮷男さんへ', text: '一行目です。\n.点で始まる行も届きます。\n' }
const open: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of open.splice(0)) await close()
})

async function server(kind: Parameters<typeof startMailServer>[0]) {
  const started = await startMailServer(kind)
  open.push(started.close)
  return started
}

/** The address with who signs in. */
const as = (url: string, user: string, password: string): string =>
  url.replace('://', `://${encodeURIComponent(user)}:${encodeURIComponent(password)}@`)
const from = 'kado@operator.example'

test.each(['none', 'starttls', 'always'] as const)('TLS が %s のサーバーに、日本語の手紙がそのまま届く', async (tls) => {
  const mail = await server({ tls })
  await sendLetter({ url: mail.url, from }, letter)
  expect(mail.letters).toEqual([{ from, ...letter }])
})

test.each(['starttls', 'always'] as const)('パスワードは TLS（%s）の中でだけ名乗る', async (tls) => {
  const mail = await server({ tls, password: 'p@ss:word/1' })
  await sendLetter({ url: as(mail.url, 'kado@host', 'p@ss:word/1'), from }, letter)
  expect(mail.letters).toHaveLength(1)
  expect(mail.signedIn).toEqual(['kado@host by TLS'])
})

test('TLS のないサーバーには、パスワードを送らない', async () => {
  const mail = await server({ tls: 'none', password: 'secret' })
  await expect(sendLetter({ url: as(mail.url, 'kado', 'secret'), from }, letter)).rejects.toThrow(/TLS/)
  expect(mail).toMatchObject({ letters: [], signedIn: [] })
})

test('断られたら、サーバーの言ったことばで失敗する', async () => {
  const wrong = await server({ tls: 'starttls', password: 'secret' })
  await expect(sendLetter({ url: as(wrong.url, 'kado', 'other'), from }, letter)).rejects.toThrow(/535 no such password/)
  const refusing = await server({ refuses: true })
  await expect(sendLetter({ url: refusing.url, from }, letter)).rejects.toThrow(/nobody here/)
  expect([...wrong.letters, ...refusing.letters]).toEqual([])
})

test('名前のちがう証明書のサーバーには、送らない', async () => {
  const mail = await server({ tls: 'always' })
  await expect(sendLetter({ url: mail.url.replace('localhost', '127.0.0.1'), from }, letter)).rejects.toThrow(/certificate|altnames/i)
  expect(mail.letters).toEqual([])
})
