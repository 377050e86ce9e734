import { defineConfig } from '@playwright/test'
import { TEST_ORIGIN } from './scripts/test-ports'
import { findChromium } from './tests/e2e/chromium'

const CI = Boolean(process.env.CI)
const chromium = findChromium()

/** The journeys: the built app on a throw-away database, a real SMTP server, a real OpenID provider, real Chromium. */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  globalSetup: './tests/e2e/global-setup.ts',
  fullyParallel: false,
  workers: 2,
  retries: 0,
  forbidOnly: CI,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: '.build/playwright.json' }]],
  use: {
    baseURL: TEST_ORIGIN,
    // Without its film and without copies of the page, which take as much of a processor as the page does.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false },
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      args: [
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-quic',
        '--no-first-run',
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    },
  },
  webServer: {
    command: 'node scripts/run.js test-server',
    url: `${TEST_ORIGIN}/readyz`,
    timeout: 180_000,
    stdout: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
  },
})
