import { mkdir, readFile, rm } from 'node:fs/promises'
import { runChecks } from './checks.ts'
import { runProgram } from './program.ts'
import { type Count, countOfPlaywright, countOfVitest, sum } from './test-count.ts'

const results = 'test-results'

/** Every test there is. The last line is `N passed, N failed`; the exit code is 1 when one failed. */
export async function runTests(): Promise<number> {
  await mkdir(results, { recursive: true })
  const counts: Count[] = [await runChecks(), await runVitest(), await runPlaywright()]
  const total = sum(counts)
  process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`)
  return total.failed === 0 ? 0 : 1
}

async function runVitest(): Promise<Count> {
  const file = `${results}/vitest.json`
  await rm(file, { force: true })
  const args = ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`]
  const { code } = await runProgram('node_modules/vitest/vitest.mjs', args, { shown: true })
  return countOfVitest(code, await readJson(file))
}

async function runPlaywright(): Promise<Count> {
  const file = `${results}/playwright.json`
  await rm(file, { force: true })
  const args = ['test', '--pass-with-no-tests', '--reporter=list,json']
  const { code } = await runProgram('node_modules/@playwright/test/cli.js', args, {
    shown: true,
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file },
  })
  return countOfPlaywright(code, await readJson(file))
}

async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch(() => 'null')
  return JSON.parse(text)
}
