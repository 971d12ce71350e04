type Account = { role: string; email: string; password: string }

const ja = {
  progress: {
    database: 'データベースを起動しています…',
    migrate: 'データベースを最新の形にしています…',
    demo: 'デモの事業を読み込んでいます（初回のみ、1分以内）…',
    web: '画面を組み立てています（変更があったときのみ）…',
  },
  ready: (url: string, demo: Account[]) =>
    [
      '',
      `KADO を開けます: ${url}`,
      ...(demo.length > 0
        ? ['', `デモのサインイン（パスワードはすべて ${demo[0]?.password}）:`, ...demo.map((account) => `  ${account.role.padEnd(14)} ${account.email}`)]
        : []),
      '',
      '終わるときは Ctrl-C を押してください。',
    ].join('\n'),
  failed: (message: string) => `起動できませんでした: ${message}`,
  backup: {
    'own-database': () => 'ご自分の PostgreSQL（DATABASE_URL）では使えません。その PostgreSQL のバックアップの道具を使ってください。',
    'folder-not-empty': (path: string) => `フォルダーが空ではありません: ${path} 新しいフォルダーを指定してください。`,
    'not-a-backup': (path: string) => `バックアップのフォルダーを指定してください: kado backup DIR / kado restore DIR ${path}`,
    'backup-damaged': (path: string) => `バックアップのファイルが変わっているか、欠けています: ${path} ほかのバックアップを使ってください。`,
    'data-not-empty': (path: string) => `データのフォルダーにデータベースがあります: ${path} KADO_DATA_DIR に空のフォルダーを指定してください。`,
  },
  actUsage: (names: string[]) => `使い方: kado act AREA.VERB --programme ID --as EMAIL [--dry-run] [--key KEY] < input.json\n操作:\n  ${names.join('\n  ')}`,
}

const en: typeof ja = {
  progress: {
    database: 'Starting the database…',
    migrate: 'Bringing the database up to date…',
    demo: 'Loading the demo programme (first time only, under a minute)…',
    web: 'Building the screens (only after a change)…',
  },
  ready: (url, demo) =>
    [
      '',
      `KADO is open at ${url}`,
      ...(demo.length > 0
        ? ['', `Sign in to the demo as (every password is ${demo[0]?.password}):`, ...demo.map((account) => `  ${account.role.padEnd(14)} ${account.email}`)]
        : []),
      '',
      'Press Ctrl-C to stop.',
    ].join('\n'),
  failed: (message) => `KADO could not start: ${message}`,
  backup: {
    'own-database': () => 'This does not work with a PostgreSQL of your own (DATABASE_URL). Use the backup tools of that PostgreSQL.',
    'folder-not-empty': (path) => `The folder is not empty: ${path} Name a new folder.`,
    'not-a-backup': (path) => `Name the folder of a backup: kado backup DIR / kado restore DIR ${path}`,
    'backup-damaged': (path) => `A file of the backup was changed or is missing: ${path} Use another backup.`,
    'data-not-empty': (path) => `The data folder already holds a database: ${path} Set KADO_DATA_DIR to an empty folder.`,
  },
  actUsage: (names) => `Usage: kado act AREA.VERB --programme ID --as EMAIL [--dry-run] [--key KEY] < input.json\nActions:\n  ${names.join('\n  ')}`,
}

/** What the command line says to whoever starts the server, in the language of the terminal. */
export const sentences = (process.env['LC_ALL'] ?? process.env['LANG'] ?? '').startsWith('en') ? en : ja
