type Account = { role: string; email: string; password: string }

/** What is said to whoever starts and keeps the server. */
export const ja = {
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
        ? [
            '',
            `デモのサインイン（パスワードはすべて ${demo[0]?.password}）:`,
            ...demo.map((account) => `  ${account.role.padEnd(14)} ${account.email}`),
          ]
        : []),
      '',
      '終わるときは Ctrl-C を押してください。',
    ].join('\n'),
  failed: (message: string) => `起動できませんでした: ${message}`,
  backup: {
    'own-database': () => 'ご自分の PostgreSQL（DATABASE_URL）では使えません。その PostgreSQL のバックアップの道具を使ってください。',
    'folder-not-empty': (path: string) => `フォルダーが空ではありません: ${path} 新しいフォルダーを指定してください。`,
    'not-a-backup': (path: string) => `バックアップのフォルダーを指定してください: kado backup DIR / kado restore DIR ${path}`,
    'backup-damaged': (path: string) =>
      `バックアップのファイルが変わっているか、欠けています: ${path} ほかのバックアップを使ってください。`,
    'data-not-empty': (path: string) =>
      `データのフォルダーにデータベースがあります: ${path} KADO_DATA_DIR に空のフォルダーを指定してください。`,
  },
  actUsage: (names: string[]) =>
    `使い方: kado act AREA.VERB --programme ID --as EMAIL [--dry-run] [--key KEY] < input.json\n操作:\n  ${names.join('\n  ')}`,
}

export type Messages = typeof ja
