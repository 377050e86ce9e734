import { type WorkStore, workAsyncStorage } from 'next/dist/server/app-render/work-async-storage.external'
import { type RequestStore, workUnitAsyncStorage } from 'next/dist/server/app-render/work-unit-async-storage.external'
import { RequestCookies } from 'next/dist/server/web/spec-extension/cookies'
import { db } from '@/lib/db'
import { sessionCookie } from '@/lib/session/cookie'
import { hashToken, randomToken } from '@/lib/tokens'

process.env.__NEXT_EXPERIMENTAL_AUTH_INTERRUPTS = 'true'

/** A browser in which this person is signed in: what it sends with every request. */
export async function aBrowserOf(person: { id: string }): Promise<string> {
  const token = randomToken()
  const expires = new Date(Date.now() + 86_400_000)
  await db.session.create({ data: { tokenHash: hashToken(token), personId: person.id, expires } })
  return `${sessionCookie().name}=${token}`
}

/** What an action answers to this browser: where it leads, what is not there or not allowed, or what it returns. */
export async function answerOf(cookie: string, act: () => Promise<unknown>): Promise<string> {
  const headers = new Headers({ cookie })
  const jar = new RequestCookies(headers)
  const unit = {
    type: 'request',
    phase: 'action',
    headers,
    cookies: jar,
    mutableCookies: jar,
    userspaceMutableCookies: jar,
  }
  const work = { route: '/me', page: '/me/page' }
  try {
    // Of Next's stores the parts that its functions for actions read.
    const inRequest = () => workUnitAsyncStorage.run(unit as unknown as RequestStore, act)
    return `returns ${JSON.stringify(await workAsyncStorage.run(work as unknown as WorkStore, inRequest))}`
  } catch (error) {
    const digest = String(Object(error).digest ?? '')
    if (digest.startsWith('NEXT_')) return digest
    throw error
  }
}
