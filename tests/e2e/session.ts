import type { BrowserContext } from '@playwright/test'
import { hashToken, randomToken } from '@/lib/tokens'
import { TEST_ORIGIN } from '@/scripts/test-ports'
import { query } from './database'

/** A new session of this person's, a day long; its token. */
export async function aSession(personId: string): Promise<string> {
  const token = randomToken()
  await query(`insert into session (token_hash, person_id, expires) values ($1, $2, now() + interval '1 day')`, [
    hashToken(token),
    personId,
  ])
  return token
}

/** Signs this person in, without the way through mail or a page. */
export async function signInAs(context: BrowserContext, personId: string) {
  await context.addCookies([{ name: 'next-auth.session-token', value: await aSession(personId), url: TEST_ORIGIN }])
}
