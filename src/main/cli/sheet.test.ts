import { describe, expect, test } from 'vitest'
import { exampleSheet } from '../../indicators/documents/example.ts'
import { kado, printed, refusedAt } from '../../../test/support/kado.ts'

describe('kado sheet', () => {
  test('ページ、表、JSON', async () => {
    expect((await kado(['sheet'], exampleSheet)).stdout.toString()).toContain('<html lang="ja">')
    expect((await kado(['sheet', '--format', 'csv'], exampleSheet)).stdout.toString()).toContain('33 [21],(36.7%)')
    expect(printed(await kado(['sheet', '--format=json'], exampleSheet))).toEqual(exampleSheet)
  })

  test('PDF', async () => {
    const run = await kado(['sheet', '--format', 'pdf'], exampleSheet)
    expect({ code: run.code, stderr: run.stderr }).toEqual({ code: 0, stderr: '' })
    expect(run.stdout.subarray(0, 5).toString()).toBe('%PDF-')
  })

  test('Excel', async () => {
    const run = await kado(['sheet', '--format', 'xlsx'], exampleSheet)
    expect({ code: run.code, stderr: run.stderr }).toEqual({ code: 0, stderr: '' })
    // A ZIP archive that names the sheet's own part.
    expect(run.stdout.subarray(0, 2).toString()).toBe('PK')
    expect(run.stdout.includes('xl/worksheets/sheet1.xml')).toBe(true)
  })

  test('欠けた部と種類の違う値', async () => {
    const { committee: _, ...rest } = exampleSheet
    const run = await kado(['sheet', '--format', 'docx'], { ...rest, next: { ...rest.next, chosen: 3 }, evaluation: [] })
    expect(refusedAt(run)).toEqual(['--format', '$.evaluation', '$.next.chosen', '$.committee'])
  })
})
