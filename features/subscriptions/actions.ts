'use server'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { action } from '@/features/access/gate'
import { wordsFor } from '@/lib/i18n/words'
import { networkOf } from '@/lib/rate-limit'
import * as commands from './commands/subscribe'
import { Locale, NewSubscription, type SubscribeState } from './schema'

export const subscribe = action('subscribe', async (_, __: SubscribeState, form: FormData): Promise<SubscribeState> => {
  const topics = form.getAll('topics').filter((topic) => typeof topic === 'string')
  const values = { email: text(form, 'email'), locale: Locale.parse(form.get('locale')), topics }
  const words = wordsFor(values.locale, 'subscribe')
  const parsed = NewSubscription.safeParse(values)
  if (!parsed.success) {
    const fields = new Set(parsed.error.issues.map(({ path }) => (path[0] === 'email' ? 'email' : 'topics')))
    return { values, errors: Object.fromEntries([...fields].map((field) => [field, words(`errors.${field}`)])) }
  }
  const network = networkOf((await headers()).get('x-forwarded-for'))
  const outcome = await commands.requestSubscription(parsed.data, { network })
  if (!outcome.ok) return { values, errors: { email: words(`errors.${outcome.reason}`) } }
  redirect(`/subscribe/sent?${new URLSearchParams({ to: parsed.data.email, locale: values.locale })}`)
})

export const confirmSubscription = action('confirmSubscription', async (_, form: FormData): Promise<void> => {
  const outcome = await commands.confirmSubscription(text(form, 'token'))
  if (!outcome.ok) redirect(`/subscribe/confirm?${new URLSearchParams({ locale: text(form, 'locale') })}`)
  redirect(`/subscribe/confirm?${new URLSearchParams({ done: '1', locale: outcome.locale })}`)
})

function text(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
