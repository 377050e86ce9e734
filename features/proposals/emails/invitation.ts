import { renderTemplate, type Template } from '@/features/mail/rules/template'
import type { Locale } from '@/lib/time-words'
import { ENGLISH } from './en'
import { CHINESE } from './zh'

export interface InvitationFacts {
  code: string
  title: string
  event: { name: string }
  to: { name: string; locale: string }
  /** Opens the invitation: a secret. */
  link: string
  /** Who asks; null: the committee. */
  by: string | null
}

/**
 * The mail with the link of an invitation, in its reader's language: in the event's own words, `own`, where it has some
 * that leave no gap, else in the house's.
 */
export function invitationMail(
  kind: 'co-speaker' | 'handover',
  { code, title, event, to, link, by }: InvitationFacts,
  own: (locale: Locale) => Template | undefined = () => undefined,
): Template & { locale: Locale } {
  const locale = to.locale === 'zh' ? 'zh' : 'en'
  const untitled = locale === 'zh' ? '（尚无标题）' : 'a talk without a title yet'
  const committee = locale === 'zh' ? `${event.name} 议程委员会` : `The committee of ${event.name}`
  const values = { code, title: title || untitled, event: event.name, name: to.name, link, by: by ?? committee }
  const words = own(locale)
  const written = words && renderTemplate(words, values)
  const mail = written?.ok ? written : renderTemplate((locale === 'zh' ? CHINESE : ENGLISH)[kind], values)
  if (!mail.ok) throw new Error(`The invitation says nothing of ${mail.empty.join(', ')}.`)
  return { subject: mail.subject, text: mail.text, locale }
}
