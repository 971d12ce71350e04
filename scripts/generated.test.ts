import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fill, staleFiles, writeGeneratedFiles } from './generated.ts'

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

test('ページの印の間だけを書き換え、印がなければ言う', () => {
  const page = '前\n<!-- 表 -->\n古い\n<!-- /表 -->\n後\n'
  expect(fill(page, '表', '新しい\n')).toBe('前\n<!-- 表 -->\n新しい\n<!-- /表 -->\n後\n')
  expect(() => fill(page, '図', '')).toThrow('図')
})
