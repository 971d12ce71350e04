import { expect, test } from 'vitest'
import { countOfPlaywright, countOfVitest, sum } from './test-count.ts'

const vitest = (numPassedTests: number, numFailedTests: number, testResults: unknown[] = []) => ({
  numPassedTests,
  numFailedTests,
  testResults,
})
const playwright = (expected: number, unexpected: number) => ({ stats: { expected, unexpected } })

test('vitest の合格と不合格を数える', () => {
  expect(countOfVitest(0, vitest(7, 0))).toEqual({ passed: 7, failed: 0 })
  expect(countOfVitest(1, vitest(5, 2))).toEqual({ passed: 5, failed: 2 })
})

test('読み込めないテストファイルは不合格一つ', () => {
  const files = [
    { status: 'failed', assertionResults: [] },
    { status: 'passed', assertionResults: [{}] },
  ]
  expect(countOfVitest(1, vitest(1, 0, files))).toEqual({ passed: 1, failed: 1 })
})

test('失敗で終わったのに不合格がなければ、不合格一つ', () => {
  expect(countOfVitest(1, vitest(7, 0))).toEqual({ passed: 7, failed: 1 })
  expect(countOfPlaywright(1, playwright(3, 0))).toEqual({ passed: 3, failed: 1 })
})

test('報告がなければ合格とは数えない', () => {
  expect(countOfVitest(0, null)).toEqual({ passed: 0, failed: 1 })
  expect(countOfPlaywright(1, null)).toEqual({ passed: 0, failed: 1 })
})

test('ブラウザーのテストの合格と不合格を数える', () => {
  expect(countOfPlaywright(1, playwright(4, 1))).toEqual({ passed: 4, failed: 1 })
})

test('合計', () => {
  expect(
    sum([
      { passed: 1, failed: 2 },
      { passed: 3, failed: 4 },
    ]),
  ).toEqual({ passed: 4, failed: 6 })
})
