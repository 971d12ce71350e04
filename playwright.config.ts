import { defineConfig } from '@playwright/test'
import { findBrowser } from './test/support/browser.ts'
import { freePort } from './test/support/server.ts'

// The workers read this file again and must find the same port.
process.env['KADO_JOURNEY_PORT'] ??= String(await freePort())
const { executablePath, env } = findBrowser()

export default defineConfig({
  testDir: 'test/journeys',
  testMatch: '*.spec.ts',
  outputDir: 'test-results/journeys',
  globalSetup: './test/support/journey-server.ts',
  // One after the other: the journeys share one programme and change it.
  workers: 1,
  retries: process.env['CI'] ? 1 : 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: `http://localhost:${process.env['KADO_JOURNEY_PORT']}`,
    actionTimeout: 20_000,
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    trace: 'retain-on-failure',
    // None of the flags the package suggests: they switch web security off.
    launchOptions: { executablePath, env, args: ['--no-sandbox', '--disable-dev-shm-usage'] },
  },
  projects: [
    { name: 'phone', use: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 } },
    { name: 'desktop', use: { viewport: { width: 1280, height: 800 } } },
  ],
})
