import { expect, test } from 'vitest'
import { readEnv } from './env'

const real = {
  DATABASE_URL: 'postgresql://localhost/lectern',
  APP_URL: 'https://example.org',
  NEXTAUTH_SECRET: 'x'.repeat(32),
}

test.each([
  [{}, { isDemo: true, isEmbedded: true, appUrl: 'http://localhost:3000', PORT: 3000 }],
  [{ PORT: '' }, { PORT: 3000 }],
  [{ PORT: '8080' }, { appUrl: 'http://localhost:8080' }],
  [real, { isDemo: false, isEmbedded: false, appUrl: 'https://example.org' }],
  [
    { ...real, LECTERN_DEMO: '1' },
    { isDemo: true, isEmbedded: false },
  ],
  [{ DATABASE_URL: real.DATABASE_URL, LECTERN_DEMO: '1' }, { isDemo: true }],
])('%j is understood', (variables, expected) => {
  expect(readEnv(variables)).toMatchObject({ env: expected })
})

test.each([
  [{ PORT: '80a' }, 'PORT must be a port number.'],
  [{ PORT: '70000' }, 'PORT must be a port number from 1 to 65535.'],
  [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL must be an address that starts with postgres:// or postgresql://.'],
  [{ DATABASE_URL: 'nonsense' }, 'DATABASE_URL must be an address that starts with postgres:// or postgresql://.'],
  [{ ...real, NEXTAUTH_SECRET: 'short' }, 'NEXTAUTH_SECRET must have at least 32 characters.'],
  [{ DATABASE_URL: real.DATABASE_URL }, 'APP_URL must be set for a real installation (DATABASE_URL is set).'],
  [{ GITHUB_CLIENT_ID: 'x' }, 'GITHUB_CLIENT_SECRET must be set too, because GITHUB_CLIENT_ID is.'],
  [{ ROLE: 'both' }, 'ROLE must be web or worker.'],
  [{ LECTERN_DEMO: 'yes' }, 'LECTERN_DEMO must be 0 or 1.'],
  [{ SMTP_URL: 'smtp://localhost' }, 'MAIL_FROM must be set too, because SMTP_URL is.'],
])('%j is refused in one line that names the variable', (variables, problem) => {
  expect(readEnv(variables)).toEqual({ problem })
})
