import type { Messages } from './messages.ja.ts'

export const en: Messages = {
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
        ? [
            '',
            `Sign in to the demo as (every password is ${demo[0]?.password}):`,
            ...demo.map((account) => `  ${account.role.padEnd(14)} ${account.email}`),
          ]
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
  actUsage: (names) =>
    `Usage: kado act AREA.VERB --programme ID --as EMAIL [--dry-run] [--key KEY] < input.json\nActions:\n  ${names.join('\n  ')}`,
}
