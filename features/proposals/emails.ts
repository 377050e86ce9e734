import { type Rendered, renderTemplate, type Template } from '@/features/mail/rules/template'
import { formatDate, formatMoment, type Locale } from '@/lib/time-words'
import { ENGLISH } from './emails/en'
import type { MailKind, Placeholder, TemplateKind } from './emails/kinds'
import { CHINESE } from './emails/zh'
import type { Decision } from './schema'

/** What a mail about a proposal may speak of. */
export interface MailFacts {
  code: string
  title: string
  event: { slug: string; name: string; timeZone: string }
  /** Of the whole site, without a slash at its end. */
  appUrl: string
  to: { name: string; locale: string }
  decision?: Decision | null
  reason?: string | null
  answerBy?: Date | null
  track?: string | null
  format?: string | null
  slot?: { startsAt: Date; room: string } | null
}

/** An event's own words, by `kind locale`. */
export type Templates = ReadonlyMap<string, Template>
export const templateKey = (kind: TemplateKind, locale: Locale) => `${kind} ${locale}`

export function templateOf(kind: MailKind, decision: Decision | null = null): TemplateKind {
  return kind === 'decision' ? (decision ?? 'rejected') : kind
}

export const defaultTemplate = (kind: TemplateKind, locale: Locale) => (locale === 'zh' ? CHINESE : ENGLISH)[kind]

/** The mail of this kind, for one of the speakers, in their language; or the placeholders that would be gaps in it. */
export function proposalMail(kind: MailKind, facts: MailFacts, templates: Templates = new Map()): Rendered {
  const [template, locale] = [templateOf(kind, facts.decision), localeOf(facts.to)]
  const words = templates.get(templateKey(template, locale)) ?? defaultTemplate(template, locale)
  return renderTemplate(words, valuesOf(facts))
}

/** The same in the house's own words, which have no gaps: what follows a speaker's own move waits for no template. */
export function plainMail(kind: MailKind, facts: MailFacts): Template {
  const mail = proposalMail(kind, facts)
  if (!mail.ok) throw new Error(`The mail “${kind}” says nothing of ${mail.empty.join(', ')}.`)
  return { subject: mail.subject, text: mail.text }
}

export const localeOf = ({ locale }: { locale: string }): Locale => (locale === 'zh' ? 'zh' : 'en')

function valuesOf({
  code,
  title,
  event,
  appUrl,
  to,
  decision = null,
  ...facts
}: MailFacts): Record<Placeholder, string> {
  const { reason, answerBy, track, format, slot } = facts
  const locale = localeOf(to)
  const flag = (of: Decision) => (decision === of ? '✓' : '')
  return {
    name: to.name,
    title,
    code,
    event: event.name,
    link: `${appUrl}/me/proposals/${code}`,
    answerBy: answerBy ? formatDate(answerBy, event.timeZone, locale) : '',
    reason: reason ?? '',
    track: track ?? '',
    format: format ?? '',
    starts: slot ? formatMoment(slot.startsAt, event.timeZone, locale) : '',
    place: slot?.room ?? '',
    accepted: flag('accepted'),
    waitlisted: flag('waitlisted'),
    rejected: flag('rejected'),
    by: '',
    role: '',
  }
}
