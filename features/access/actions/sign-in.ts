'use server'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { networkOf } from '@/lib/rate-limit'
import { safePath } from '@/lib/safe-path'
import * as session from '@/lib/session'
import * as accounts from '../commands/accounts'
import { demoPerson } from '../commands/demo'
import * as commands from '../commands/sign-in'
import { action } from '../gate'
import { Email, type FormState, Role } from '../schema'

export const requestLink = action('requestLink', async (_, __: FormState, form: FormData): Promise<FormState> => {
  const next = safePath(form.get('next'))
  const values = { email: text(form, 'email') }
  const email = Email.safeParse(values.email)
  if (!email.success) return { values, errors: { email: email.error.issues[0]?.message ?? '' } }
  const network = networkOf((await headers()).get('x-forwarded-for'))
  const outcome = await commands.requestLink({ email: email.data, next, network })
  if (!outcome.ok) return { values, errors: { email: TOO_MANY } }
  redirect(`/sign-in/sent?${new URLSearchParams({ to: email.data, next })}`)
})

const TOO_MANY =
  'Several links were asked for within a few minutes. Use the newest mail, or try again in a quarter of an hour.'

export const confirmLink = action('confirmLink', async (_, form: FormData): Promise<void> => {
  const next = safePath(form.get('next'))
  const outcome = await commands.confirmLink(text(form, 'token'), await session.getSessionToken())
  if (!outcome.ok) redirect(`/sign-in/confirm?${new URLSearchParams({ problem: outcome.reason, next })}`)
  await session.setSessionCookie(outcome.sessionToken, new Date())
  redirect(next)
})

/** A visitor goes to the provider; who is signed in is asked first whether it shall be added. */
export const startProvider = action('startProvider', async (actor, form: FormData): Promise<void> => {
  const [provider, next] = [text(form, 'provider'), safePath(form.get('next'))]
  if (actor.kind === 'person') redirect(`/sign-in/link?${new URLSearchParams({ provider, next })}`)
  redirect((await session.startProvider(provider, next, null)) ?? '/sign-in?error=OAuthSignin')
})

/** The consent of /sign-in/link: adds the provider to the account that is signed in. */
export const addAccount = action('addAccount', async (actor, form: FormData): Promise<void> => {
  const [provider, next] = [text(form, 'provider'), safePath(form.get('next'))]
  const personId = actor.kind === 'person' ? actor.id : null
  redirect((await session.startProvider(provider, next, personId)) ?? '/sign-in?error=OAuthSignin')
})

export const removeAccount = action('removeAccount', async (actor, form: FormData): Promise<void> => {
  if (actor.kind === 'person') await accounts.removeAccount(actor, text(form, 'provider'))
  redirect('/me/profile')
})

export const signOut = action('signOut', async (): Promise<void> => {
  const token = await session.getSessionToken()
  if (token) await commands.endSession(token)
  await session.clearSessionCookie()
  redirect('/')
})

/** Signs in as whoever has this demo role and answers with the path to go to; null: no such role. */
export const signInAsRole = action('signInAsRole', async (_, form: FormData): Promise<string | null> => {
  const role = Role.safeParse(form.get('role')).data
  if (!role) return null
  const token = await commands.signInAs(await demoPerson(role), await session.getSessionToken())
  await session.setSessionCookie(token, new Date())
  return safePath(form.get('next'), role === 'reader' || role === 'speaker' ? '/me' : '/admin')
})

function text(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
