import path from 'node:path'
import { defineConfig } from 'vitest/config'

const alias = { '@': path.resolve(import.meta.dirname) }

export default defineConfig({
  resolve: { alias },
  test: {
    // PostgreSQL works beside them: one fewer than there are cores would leave one idle.
    maxWorkers: 2,
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          isolate: false,
          include: [
            '{features,lib,engines,components,scripts,islands,app}/**/*.test.{ts,tsx}',
            'tests/conformance/**/*.test.{ts,tsx}',
          ],
          setupFiles: ['tests/quiet.ts'],
          testTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'db',
          include: ['tests/db/**/*.test.ts'],
          globalSetup: ['tests/db/global-setup.ts'],
          setupFiles: ['tests/quiet.ts', 'tests/db/setup.ts'],
          isolate: false,
          testTimeout: 60_000,
        },
      },
    ],
  },
})
