import type { AuthorizedEvent } from '@/features/access/queries'
import { getTemplates } from '@/features/mail/queries/templates'
import { db } from '@/lib/db'
import type { Locale } from '@/lib/time-words'
import { defaultTemplate, templateKey } from '../emails'
import { TEMPLATE_KINDS, type TemplateKind } from '../emails/kinds'

/** A template as it counts now, and which of them are the event's own. */
export async function getTemplate(event: AuthorizedEvent, kind: TemplateKind, locale: Locale) {
  const own = await getTemplates(db, event.id)
  const template = own.get(templateKey(kind, locale))
  const { subject, text } = template ?? defaultTemplate(kind, locale)
  return {
    subject,
    text,
    version: template?.version ?? 0,
    isOwn: template !== undefined,
    changed: TEMPLATE_KINDS.filter((each) => own.has(templateKey(each, locale))),
  }
}
