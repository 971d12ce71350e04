import { z } from 'zod'

export interface Count {
  passed: number
  failed: number
}

export const sum = (counts: Count[]): Count => ({
  passed: counts.reduce((total, { passed }) => total + passed, 0),
  failed: counts.reduce((total, { failed }) => total + failed, 0),
})

// A run that ended badly without a failed test has failed all the same: a file that does not load, a stray rejection.
const atLeastOne = (exitCode: number, failed: number) => (exitCode !== 0 && failed === 0 ? 1 : failed)

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
})

/** Counts vitest's JSON report; a file that could not be loaded is one failure. */
export function countOfVitest(exitCode: number, report: unknown): Count {
  const parsed = vitestReport.safeParse(report)
  if (!parsed.success) return { passed: 0, failed: 1 }
  const { numPassedTests, numFailedTests, testResults } = parsed.data
  const unloaded = testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0).length
  return { passed: numPassedTests, failed: atLeastOne(exitCode, numFailedTests + unloaded) }
}

const playwrightReport = z.object({ stats: z.object({ expected: z.number(), unexpected: z.number() }) })

/** Counts Playwright's JSON report. */
export function countOfPlaywright(exitCode: number, report: unknown): Count {
  const parsed = playwrightReport.safeParse(report)
  if (!parsed.success) return { passed: 0, failed: atLeastOne(exitCode, 0) }
  const { expected, unexpected } = parsed.data.stats
  return { passed: expected, failed: atLeastOne(exitCode, unexpected) }
}
