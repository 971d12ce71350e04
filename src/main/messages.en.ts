import { type BrokenHead, named } from '../platform/proof/compare-head.ts'
import type { Messages } from './messages.ja.ts'
import { startEn } from './start-messages.en.ts'

const headReasons: Record<BrokenHead['reason'], string> = {
  forged: 'the signature does not fit',
  missing: 'it is not in the database',
  changed: 'the database has another one',
  'off-the-list': 'a programme was taken off the list',
  lane: 'the log is not what it was then',
  series: 'the documents are not what they were then',
  seals: 'the seals of a table are not what they were then',
}

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
  failed: (sentence) => `KADO could not start: ${sentence}`,
  starting: startEn,
  operator: {
    otherAddress:
      'Sign-in and writing are refused: people open another address than KADO_URL. ' +
      'Set KADO_URL to it and let the proxy pass the host on (docs/proxy.md).',
    untrustedProxy:
      'Everybody counts as one client, because the proxy is not believed. Set KADO_TRUST_PROXY to how many proxies stand in front, like 1 (docs/proxy.md).',
  },
  backedUp: (place) => `A backup was made: ${place}`,
  notBackedUp: (folder) =>
    `The backup was not made: ${folder} Look at the rights and the room of the folder. ` +
    'It is tried again at the next time; to make one now, run kado backup FOLDER.',
  backup: {
    'own-database': () => 'This does not work with a PostgreSQL of your own (DATABASE_URL). Use the backup tools of that PostgreSQL.',
    'folder-not-empty': (path) => `The folder is not empty: ${path} Name a new folder.`,
    'not-a-backup': (path) => `Name the folder of a backup: kado backup DIR / kado restore DIR ${path}`,
    'backup-damaged': (path) => `A file of the backup was changed or is missing: ${path} Use another backup.`,
    'data-not-empty': (path) => `The data folder already holds a database: ${path} Set KADO_DATA_DIR to an empty folder.`,
  },
  verify: {
    reasons: {
      changed: 'was changed',
      missing: 'is gone',
      added: 'was put in by hand',
      unlinked: 'does not follow the document before it',
    },
    places: {
      audit: (lane, seq, reason) => `log lane ${lane} entry ${seq} ${reason}`,
      document: (place) => `document ${place}`,
      row: (relation, key, reason) => `table ${relation} row ${key} ${reason}`,
      file: (id, name) => `the content of file ${id} (${name}) was changed`,
      sum: (name, place) => `recomputing gives another result (${name}): ${place}`,
    },
    head: ({ number, reason, programmeId, place }) => `head ${number}: ${headReasons[reason]}${named(programmeId, place)}`,
    touched: (count) =>
      `${count} places are not as they were written. Leave the database, copy it and tell whoever is responsible; compare with a backup.`,
    notWritten: (place) => `a head could not be written: ${place} Look at the rights and the room of the folder and run kado verify again.`,
  },
  migrating: {
    works: ({ name, number, of, seconds }) =>
      `Updating the database ${number}/${of}: ${name}${seconds === 0 ? '' : ` (${seconds} s so far; do not stop it)`}`,
    queuesBehind: (holders, seconds) =>
      `Waiting for ${seconds} s until another start has updated this database: ${holders}. If nothing runs there, end that connection.`,
    holder: ({ pid, application, state, seconds }) => `process ${pid} ${application} ${state} ${seconds} s`,
    queues: 'Another start is updating this database. Waiting until it is done…',
    awaits: (awaited) => `Tables to update are in use by other connections. Waiting and trying again: ${awaited}`,
    awaited: ({ relation, pid, application, state, seconds }) => `${relation} (process ${pid} ${application} ${state} ${seconds} s)`,
    unseen: 'they cannot be seen',
    difference: (what, expected, found) => `  ${what}: the migrations give ${expected ?? '(nothing)'}, found ${found ?? '(nothing)'}`,
    refusals: {
      encoding: (encoding) =>
        `The encoding of this database is ${encoding}: make one with createdb --encoding=UTF8 --template=template0 and use that.`,
      'old-server': (version) => `This PostgreSQL is version ${version}: use 15 or newer.`,
      newer: (names) => `This database was updated by a newer version of KADO (${names}). Start that version, or a newer one.`,
      missing: (name) =>
        `The migration db/migrations/${name} was applied to this database and is missing here. Put the files of KADO back as they were published.`,
      changed: (name) =>
        `The migration db/migrations/${name} is not the one that was applied to this database. Put the files of KADO back as they were published.`,
      skipped: (name) => `The migration db/migrations/${name} was never applied, but later ones were. Restore a backup.`,
      differs: (differences, count) =>
        [
          `The schema of the database differs from what its migrations give in ${count} places, so KADO does not start. The data was not touched.`,
          differences,
          'If it was changed by hand, change it back and start again.',
          'If an older version made this data folder, export and back up with that version, ' +
            'then start with a new data folder (KADO_DATA_DIR), or restore a backup.',
        ].join('\n'),
      locked: (awaited) =>
        `Tables to update were in use for too long, so nothing was changed: ${awaited} End those connections and start again.`,
    },
  },
  unknownProgramme: (ids) => `No programme has this number, or it was written twice: ${ids} See the numbers with kado entrance.`,
  inviteUsage: 'Usage: kado invite EMAIL (prints a link by which the person of this address may open one programme)',
  resetSecret: {
    word: 'reset',
    nothing: 'The secret is the one of this database, so nothing was changed.',
    effects: (place, sessions, secondFactors) =>
      [
        `The secret in ${place} becomes the one of this database. If the one before is kept somewhere, do not do this: put that one back.`,
        `- Everybody is signed out (${sessions} sessions now). Passwords stay.`,
        `- Authenticator apps and backup codes cannot be read and go (${secondFactors} people). They are set up again after the next sign-in.`,
        '  Until then a password alone opens the account, so for a while these people approve no transfers alone.',
        '- Passkeys stay. Trusted devices are asked again.',
        '- The heads that show tampering are signed anew in the database; their files are put aside.',
      ].join('\n'),
    asks: 'To go on write reset:',
    asksAgain: (people) => `This cannot be undone. Write how many people set their authenticator app up again (${people}):`,
    notWanted: 'Nothing was changed. To go on answer both questions at a terminal, or read the above and add --yes.',
    otherHeads:
      'The heads in files differ from those in the database, so nothing was changed. Restore a backup elsewhere and compare with kado verify.',
    heads: (folder) => `The heads signed with the secret before could not be put aside: ${folder} Move its head-….json to another place.`,
  },
  removeDemo: {
    word: 'remove',
    nothing: 'This database holds no demo, so nothing was removed.',
    asks: (names, people, accounts) =>
      `Everything in the demo programme "${names}" (${people} people) and ${accounts} accounts with the published password will be removed ` +
      'for good. To remove them write remove:',
    notWanted: 'Nothing was removed. To remove it write remove when you are asked at a terminal, or add --yes.',
  },
  actMovesMoney: 'What moves money, or says where it goes, is not done by command. The person in charge does it on the screen.',
  actUsage: (names) =>
    `Usage: kado act AREA.VERB --programme ID --as EMAIL [--dry-run] [--key KEY] < input.json\nActions:\n  ${names.join('\n  ')}`,
}
