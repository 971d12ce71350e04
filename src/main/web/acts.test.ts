import { expect, test } from 'vitest'
import { loadAreas } from '../areas.ts'
import { actWords } from './acts.ts'

test('どの操作にも日本語と英語の名前があり、ない操作の名前はない', async () => {
  const acts = (await loadAreas()).actions.map(({ contract }) => `${contract.area}.${contract.name}`).sort()
  for (const words of Object.values(actWords)) expect([...words.keys()].sort()).toEqual(acts)
  for (const name of actWords.en.values()) expect(name).not.toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/)
  for (const name of actWords.ja.values()) expect(name).toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/)
})

test('評価シートを探すと、評価シートの操作が見つかる', () => {
  expect([...actWords.ja].filter(([, name]) => name.includes('評価シート')).map(([act]) => act)).toEqual([
    'indicators.edit-sheet',
    'indicators.publish-sheet',
  ])
})
