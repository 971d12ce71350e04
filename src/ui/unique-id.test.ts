import { expect, test, vi } from 'vitest'
import { uniqueId } from './unique-id.ts'

const version4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

test('TLSのないページでも UUID を作れる', () => {
  const { crypto } = globalThis
  vi.stubGlobal('crypto', { getRandomValues: (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes) })
  const ids = Array.from({ length: 200 }, uniqueId)
  vi.unstubAllGlobals()
  for (const id of ids) expect(id).toMatch(version4)
  expect(new Set(ids).size).toBe(200)
})

test('ふだんはブラウザの UUID を使う', () => {
  expect(uniqueId()).toMatch(version4)
})
