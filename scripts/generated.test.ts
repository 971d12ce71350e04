import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { staleFiles, writeGeneratedFiles } from './generated.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kado-generated-'))
  vi.spyOn(process.stdout, 'write').mockReturnValue(true)
})
afterEach(() => rmSync(folder, { recursive: true }))

test('ない・違うファイルは古いと言い、書けば古くない', async () => {
  const file = join(folder, 'made.txt')
  const made = { name: 'made', file, generate: () => Promise.resolve('新しい') }
  expect(await staleFiles([made])).toEqual([`${file}: is stale: run bin/kado-dev generate and commit the file`])
  await writeGeneratedFiles([made])
  expect(readFileSync(file, 'utf8')).toBe('新しい')
  expect(await staleFiles([made])).toEqual([])
  expect(await staleFiles([{ ...made, generate: () => Promise.resolve('もっと新しい') }])).toHaveLength(1)
})
