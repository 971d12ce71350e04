type RefusalCode = 'already-running' | 'not-packaged' | 'not-permitted' | 'does-not-start'

const sentences: Record<RefusalCode, { ja: string; en: string }> = {
  'already-running': {
    ja: '同じデータフォルダーで、もう KADO が動いています。先に起動したほうを使うか、止めてからもう一度起動してください。',
    en: 'KADO is already running on this data folder. Use the one that runs, or stop it and start again.',
  },
  'not-packaged': {
    ja: 'この機種には PostgreSQL が同梱されていません。DATABASE_URL に PostgreSQL 15 以上の接続先を設定してください。',
    en: 'No PostgreSQL is packaged for this platform. Set DATABASE_URL to a PostgreSQL 15 or newer.',
  },
  'not-permitted': {
    ja: 'データフォルダーを使う権限がありません。フォルダーを作った利用者で起動するか、所有者を変えてください。',
    en: 'The data folder may not be used by this user. Start as the user who made it, or change its owner.',
  },
  'does-not-start': {
    ja: '同梱の PostgreSQL が起動しません。下の記録を確かめてください。',
    en: 'The packaged PostgreSQL does not start. See the lines below.',
  },
}

/** Why the packaged database was not started; the message is for people, in Japanese and English. */
export class EmbeddedPostgresRefusal extends Error {
  readonly code: RefusalCode
  /** What the system or PostgreSQL said. */
  readonly detail: string

  constructor(code: RefusalCode, detail: string) {
    super(`${sentences[code].ja}\n${sentences[code].en}\n${detail.trim()}`)
    this.name = 'EmbeddedPostgresRefusal'
    this.code = code
    this.detail = detail.trim()
  }
}
