import { accessSync, constants, lstatSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stateOf } from './run-lock.ts'

const prefix = 'kado-test-'

/**
 * A folder for a database that is thrown away: in memory where there is room for some hundred small databases, since
 * `fsync` then costs nothing (a clone takes 119 ms instead of 379 ms on a busy disk).
 */
export async function makeEphemeralFolder(): Promise<string> {
  const parent = temporaryFolder()
  await removeAbandoned(parent)
  return mkdtempSync(join(parent, prefix))
}

function temporaryFolder(): string {
  const memory = '/dev/shm'
  try {
    accessSync(memory, constants.W_OK)
    const { bavail, bsize } = statfsSync(memory)
    return bavail * bsize > 2 ** 31 ? memory : tmpdir()
  } catch {
    return tmpdir()
  }
}

/** What a run that was killed left behind would fill the memory. Young folders may belong to a run that just begins. */
async function removeAbandoned(parent: string): Promise<void> {
  for (const name of readdirSync(parent).filter((entry) => entry.startsWith(prefix))) {
    const folder = join(parent, name)
    const { uid, mtimeMs } = lstatSync(folder, { throwIfNoEntry: false }) ?? { uid: -1, mtimeMs: 0 }
    const isOld = Date.now() - mtimeMs > 600_000
    if (uid === process.getuid?.() && isOld && (await stateOf(join(folder, 'run', 'lock'))) === null)
      rmSync(folder, { recursive: true, force: true })
  }
}
