import type { UnlockLink } from '../platform/auth/unlock-link.ts'
import { unlockMinutes } from '../platform/auth/unlock-link.ts'
import { type MailServer, sendLetter } from '../platform/mail/smtp.ts'
import { easy } from '../programme/messages.easy/index.ts'
import { en } from '../programme/messages.en/index.ts'
import { ja } from '../programme/messages.ja/index.ts'
import { setRuby, withReadingsBehind } from '../ui/ruby/marks.ts'

const words = { ja: ja.unlock, en: en.unlock, easy: { ...ja.unlock, ...easy.unlock } }
const wordsIn = (language: string) => words[language === 'en' || language === 'easy' ? language : 'ja']

const plainText = (text: string): string => withReadingsBehind(setRuby(text))

/** Sends the link by which a person may try again, in their language. The secret stands behind `#`, where no server sees it. */
export const unlockMail = (server: MailServer | null, baseUrl: string) =>
  server &&
  (async ({ email, language, token }: UnlockLink): Promise<void> => {
    const m = wordsIn(language)
    const text = plainText(m.letter(`${baseUrl}/unlock#${token}`, unlockMinutes))
    await sendLetter(server, { to: email, subject: plainText(m.letterSubject), text })
  })
