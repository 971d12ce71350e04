import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Database } from '../platform/db/db.ts'
import { log } from '../platform/log.ts'
import type { Timer } from '../platform/jobs.ts'
import { headKey, makeHead, publicKeyOf, type SignedHead } from '../platform/proof/head.ts'
import { sentences } from './sentences.ts'
import type { Settings } from './settings.ts'

type Places = Pick<Settings, 'dataDir' | 'headsDir' | 'secret'>

const folders = ({ dataDir, headsDir }: Places) => [join(dataDir, 'heads'), ...(headsDir === null ? [] : [headsDir])]
const shape = /^head-.+-(\d{6})\.json$/

/** Makes a head and writes it beside the data and to the other place that was set. Answers the places that could not be written. */
export async function exportHead(database: Database, places: Places, now: Date): Promise<{ failed: string[] }> {
  const key = headKey(places.secret)
  const signed = await database.transaction({ programmeId: null, userId: null }, (db) => makeHead(db, key, now))
  const { number, database: name } = signed.head
  const text = `${JSON.stringify({ ...signed, publicKey: publicKeyOf(key) }, null, 1)}\n`
  const failed: string[] = []
  for (const folder of folders(places)) {
    const file = join(folder, `head-${name}-${String(number).padStart(6, '0')}.json`)
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      // Renamed at the end, so that a head is never half there.
      await writeFile(`${file}.part`, text, { mode: 0o600, flush: true })
      await rename(`${file}.part`, file)
    } catch (error) {
      failed.push(`${file} (${error instanceof Error && 'code' in error ? String(error.code) : String(error)})`)
    }
  }
  return { failed }
}

/**
 * Puts files aside that another secret has signed, in a folder beside: they still prove what they say by their own public key. Answers
 * where they could not be.
 */
export async function putHeadsAway(places: Places, now: Date): Promise<string[]> {
  const failed: string[] = []
  for (const folder of folders(places)) {
    const aside = join(folder, `signed-before-${now.toISOString().slice(0, 10)}`)
    try {
      const names = (await readdir(folder)).filter((name) => shape.test(name))
      if (names.length > 0) await mkdir(aside, { recursive: true, mode: 0o700 })
      for (const name of names) await rename(join(folder, name), join(aside, name))
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) failed.push(folder)
    }
  }
  return failed
}

/** All heads that are kept in files. One that cannot be read counts as forged. */
export async function keptHeads(places: Places): Promise<SignedHead[]> {
  const heads: SignedHead[] = []
  for (const folder of folders(places)) {
    for (const name of (await readdir(folder).catch(() => [])).filter((each) => shape.test(each)).sort()) {
      heads.push(await readHead(join(folder, name), Number(shape.exec(name)?.[1])))
    }
  }
  return heads
}

async function readHead(file: string, number: number): Promise<SignedHead> {
  const forged = { head: { number, database: '', madeAt: '', previous: '', tenants: {} }, signature: '' }
  try {
    const { head, signature } = JSON.parse(await readFile(file, 'utf8')) as SignedHead
    return head.number === number ? { head, signature } : forged
  } catch {
    return forged
  }
}

/** Every night, and after a start that came too late for it. */
export const headTimer = (places: Places): Timer => ({
  name: 'export-head',
  cron: '20 17 * * *',
  catchUpHours: 24,
  async run(database) {
    const { failed } = await exportHead(database, places, new Date())
    for (const place of failed) log('error', 'head-not-written', { message: sentences.verify.notWritten(place) })
  },
})
