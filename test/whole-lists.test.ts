import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.tsx'))

it('一覧は見つかった行をすべて持つ。決まった件数で切った答えを、並べたり保存したりしない', () => {
  const cut = files.flatMap((path) => {
    const text = readFileSync(`src/${path}`, 'utf8')
    if (!text.includes('<DataList')) return []
    return (
      [...text.matchAll(/useRead\([^)]*limit: (\d+)/g)]
        // The count alone, and the plans to choose from, of which only the last hundred are there.
        .filter(([found, limit]) => limit !== '1' && !found.includes('contract.plans,'))
        .map(([found]) => `${path}: ${found}`)
    )
  })
  expect(cut).toEqual([])
})
