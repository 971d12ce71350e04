import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import released from './released-templates.json' with { type: 'json' }

const sources = join(import.meta.dirname, '..', '..')
const isTemplate = (path: string) => /(-v\d+\.typ|\/v\d+[^/]*\.(typ|ts))$/.test(path) && path.includes('/') && !path.endsWith('.test.ts')

/**
 * A stored document is drawn again from its data whenever it is asked for, so a template that was released must stay as it
 * is for ever: a change is a new file, v2, beside it. Only what no released version holds yet may get a new hash here.
 */
test('放たれたひな形は一文字も変わらない', () => {
  const found = readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter(isTemplate)
    .sort()
  expect(found.length).toBeGreaterThanOrEqual(8)
  const hashes = found.map((path) => [
    path,
    createHash('sha256')
      .update(readFileSync(join(sources, path)))
      .digest('hex'),
  ])
  expect(Object.fromEntries(hashes)).toEqual(released)
})
