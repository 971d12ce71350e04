import { defineConfig } from '@playwright/test'
import { findBrowser } from './test/support/browser.ts'

const { executablePath, env } = findBrowser()

export default defineConfig({
  testDir: 'test/journeys',
  testMatch: '*.spec.ts',
  outputDir: 'test-results/journeys',
  globalSetup: './test/support/journey-world.ts',
  // Side by side: each worker has a product of its own.
  workers: 2,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  use: {
    actionTimeout: 20_000,
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    // Pictures of every step would cost more than the steps.
    trace: { mode: 'retain-on-failure', screenshots: false },
    // None of the flags the package suggests: they switch web security off.
    launchOptions: { executablePath, env, args: ['--no-sandbox', '--disable-dev-shm-usage'] },
  },
  // A journey without a tag is made on both. Some files look at the dark pages, the others at the light ones.
  projects: [
    {
      name: 'phone',
      grepInvert: /@desktop/,
      use: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
    },
    { name: 'desktop', grepInvert: /@phone/, use: { viewport: { width: 1280, height: 800 } } },
  ],
})
