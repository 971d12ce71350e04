import type { startJa } from './start-messages.ja.ts'

export const startEn: typeof startJa = {
  'not-a-number': ({ name, given, least, most }) => `${name} cannot be "${given}": write a whole number from ${least} to ${most}.`,
  'not-a-word': ({ name, given, words }) => `${name} cannot be "${given}": write one of ${words}.`,
  'not-an-address': ({ name, given }) =>
    `${name} is "${given}", which is no address: begin it with http or https and without a path, like https://kado.example.jp.`,
  'not-a-database': () => 'DATABASE_URL is no address of a PostgreSQL: write it like postgres://user:password@host/database.',
  'not-a-mail-server': () =>
    'KADO_SMTP_URL is no address of a mail server: write it like smtp://user:password@mail.example.jp:587, or smtps://….',
  'not-a-sender': ({ given }) =>
    `KADO_MAIL_FROM cannot be "${given}": write the mail address from which letters come, like kado@example.jp.`,
  'not-a-proxy': ({ given }) =>
    `KADO_TRUST_PROXY cannot be "${given}": write how many proxies stand in front (like 1) ` +
    'or their IP addresses or networks (like 10.0.0.5,192.168.0.0/24).',
  'not-a-time': ({ name, given }) => `${name} cannot be "${given}": write hour and minute of Japan, like 03:00.`,
  'backup-own-database': () =>
    'KADO_BACKUP_DIR is for the embedded database: back DATABASE_URL up with the tools of that PostgreSQL (pg_dump) and unset KADO_BACKUP_DIR.',
  'secret-short': ({ length, least }) =>
    `KADO_SECRET has only ${length} characters: give it ${least} or more that nobody can guess, like the output of openssl rand -base64 32.`,
  'secret-file-broken': ({ path }) =>
    `The file of the secret, ${path}, is empty or cut off: put back the one you keep elsewhere, or set KADO_SECRET to it.`,
  'secret-other': ({ place }) =>
    `The secret in ${place} is not the one this database was made with: put that one back, from where you keep it or from the data folder ` +
    'that was used then (if it is lost, kado reset-secret says what has to be set up again).',
  'port-taken': ({ port }) =>
    `Port ${port} is in use already: stop the program that has it (another KADO, perhaps), or set KADO_PORT to another number.`,
  'port-forbidden': ({ port }) => `Port ${port} may not be opened by this user: set KADO_PORT to 1024 or higher.`,
  'host-unknown': ({ host }) => `KADO_HOST is "${host}", which is no address of this machine: use 127.0.0.1, 0.0.0.0 or one of its own.`,
  folder: ({ path }) =>
    `${path} cannot be written: mend its owner and permissions, or for the data set KADO_DATA_DIR to a folder that can be written.`,
  'disk-full': ({ path }) => `The disk of ${path} is full: free more than 64 MB and start again.`,
  'database-away': ({ address }) =>
    `PostgreSQL${address === '' ? '' : ` (${address})`} does not answer: see whether it runs, and check host and port in DATABASE_URL.`,
  'database-unknown-host': ({ address }) =>
    `The host of PostgreSQL${address === '' ? '' : `, "${address}",`} is not found: check the name in DATABASE_URL and the network.`,
  'database-refuses': () => 'PostgreSQL refuses the connection: check user and password in DATABASE_URL and pg_hba.conf of the server.',
  'database-missing': () => 'The database in DATABASE_URL does not exist: make it with createdb, or mend its name.',
  'database-rights': () => 'The user in DATABASE_URL has too few rights: make it the owner of the database (alter database … owner to …).',
  'already-running': () => 'KADO is already running on this data folder: use the one that runs, or stop it and start again.',
  'not-packaged': ({ detail }) => `No PostgreSQL is packaged for this platform (${detail}): set DATABASE_URL to a PostgreSQL 15 or newer.`,
  'not-permitted': ({ detail }) =>
    `The data folder may not be used by this user (${detail.split('\n')[0]}): start as the user who made it, or change its owner.`,
  'does-not-start': ({ detail }) => `The packaged PostgreSQL does not start (${detail}): start with KADO_DEBUG=1 and read what it says.`,
  unexpected: ({ message }) => `Something unexpected happened (${message}): start again with KADO_DEBUG=1 and read the whole cause.`,
}
