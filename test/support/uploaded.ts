import { newId } from '../../src/platform/action.ts'
import type { World } from './world.ts'

/** A file that somebody has uploaded completely. */
export async function uploaded(world: World, userId: string, given: object = {}): Promise<string> {
  const id = newId()
  const file = { id, name: '一覧.csv', mediaType: 'text/csv', byteCount: 1, uploadedBy: userId, completedAt: world.now.toISOString() }
  await world.insert('platform.file', { ...file, ...given })
  return id
}
