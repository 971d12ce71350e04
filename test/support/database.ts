import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import pg from 'pg'
import { inject } from 'vitest'
import { openDatabase, type Database } from '../../src/platform/db/db.ts'
import { at, run, type TestServer } from './global-database.ts'

export interface FreshDatabase {
  config: pg.ClientConfig
  drop(): Promise<void>
}

/** A migrated, empty database of one's own, cloned from the template in some 80 ms. */
export const freshDatabase = async (): Promise<FreshDatabase> => create(`template ${(await testServer()).template} strategy file_copy`)

/** A database of one's own as PostgreSQL makes it, without a table; `how` as `create database` takes it. */
export const bareDatabase = (how = ''): Promise<FreshDatabase> => create(how)

async function create(how: string): Promise<FreshDatabase> {
  const { config, template } = await testServer()
  const name = `${template}_${randomUUID().replaceAll('-', '')}`
  await run(config, `create database ${name} ${how}`)
  return { config: at(config, name), drop: async () => void (await run(config, `drop database if exists ${name} with (force)`)) }
}

let sharedFresh: Promise<FreshDatabase> | undefined
const ofWorker = (): Promise<FreshDatabase> => (sharedFresh ??= freshDatabase())
let shared: Promise<Database> | undefined

/** The database of all suites of this worker that ask for nothing but a programme of their own. It ends with the run. */
export const sharedDatabase = (): Promise<Database> => (shared ??= ofWorker().then(({ config }) => openDatabase(config)))

/** Asks that database as its owner, to whom the queue belongs. */
export async function askOwner<Row extends pg.QueryResultRow>(text: string, values: unknown[]): Promise<Row[]> {
  const client = new pg.Client((await ofWorker()).config)
  await client.connect()
  const { rows } = await client.query<Row>(text, values)
  await client.end()
  return rows
}

let known: Promise<TestServer> | undefined
const testServer = () => (known ??= ask())

async function ask(): Promise<TestServer> {
  const answer: TestServer & { error?: string } = JSON.parse(await text(connect(inject('databaseSocket'))))
  if (answer.error) throw new Error(`The test database did not start. ${answer.error}`)
  return answer
}
