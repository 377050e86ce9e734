import { z } from 'zod'
import type { AuthorizedEvent } from '@/features/access/schema'
import { nothingHere, pageInOrder, problem } from '@/features/api/rules'
import { callerOf, endpoint, eventOf, listOf, named, Page, type Reply } from '@/features/api/schema'
import { marked, templateWords } from '@/features/mail/rules/template'
import { releaseMail } from '../commands/release'
import { resetTemplate, saveTemplate, type TemplateResult } from '../commands/templates'
import { TEMPLATE_KINDS, TEMPLATE_NAMES, type TemplateKind } from '../emails/kinds'
import { getTemplate } from '../queries/templates'
import { TemplateForm } from '../schema/template'
import { REFUSALS } from '../table'

const LOCALES = ['en', 'zh'] as const

const send = endpoint('POST /events/{event}/mail/send', {
  summary: 'Sends drafts, announcing those that announce, and failed messages once more: all of them or none',
  body: z.object({ ids: z.array(z.uuid()).min(1, 'Choose at least one message').max(5_000) }),
  answer: z.object({ queued: z.int() }),
  handle: async (call) => {
    const outcome = await releaseMail(callerOf(call), eventOf(call), call.body.ids, call.now)
    if (outcome.ok) return { ok: true, body: { queued: outcome.count } }
    const errors = outcome.refused.map(({ code, reason }) => ({
      path: '/ids',
      message: `${code}: ${REFUSALS[reason]}`,
    }))
    return problem(outcome.reason, REFUSALS[outcome.reason], { errors })
  },
})

const Listed = z.object({
  kind: z.enum(TEMPLATE_KINDS),
  locale: z.enum(LOCALES),
  name: z.string(),
  isOwn: z.boolean().describe('The event has words of its own'),
})
const TemplateAnswer = named(
  'MailTemplate',
  Listed.extend({
    subject: z.string(),
    text: z.string(),
    preview: z
      .object({ to: z.string(), subject: z.string(), text: z.string() })
      .nullish()
      .describe('After PUT: the mail with real data; null where nobody is due for it'),
  }),
)

const list = endpoint('GET /events/{event}/mail/templates', {
  summary: 'Every kind of mail in every language, and which of them has words of the event’s own',
  query: Page,
  answer: listOf(Listed),
  handle: async (call) => {
    const event = eventOf(call)
    const perLocale = await Promise.all(
      LOCALES.map(async (locale) => {
        const { changed } = await getTemplate(event, 'accepted', locale)
        return TEMPLATE_KINDS.map((kind) => ({
          ...{ kind, locale, name: TEMPLATE_NAMES[kind] },
          isOwn: changed.some((one) => one === kind),
        }))
      }),
    )
    return { ok: true, body: pageInOrder(perLocale.flat(), call.query, ({ kind, locale }) => `${kind} ${locale}`) }
  },
})

const Which = TemplateForm.pick({ kind: true, locale: true })
type Which = z.infer<typeof Which>

async function read(event: AuthorizedEvent, { kind, locale }: Which) {
  const { subject, text, isOwn, version } = await getTemplate(event, kind, locale)
  return { ok: true as const, body: { kind, locale, name: TEMPLATE_NAMES[kind], isOwn, subject, text }, version }
}

const get = endpoint('GET /events/{event}/mail/templates/{kind}/{locale}', {
  summary: 'One template: the event’s own words, or the house’s',
  answer: TemplateAnswer,
  handle: async (call) => {
    const which = Which.safeParse(call.params)
    return which.success ? read(eventOf(call), which.data) : nothingHere()
  },
})

const put = endpoint('PUT /events/{event}/mail/templates/{kind}/{locale}', {
  summary:
    'Gives a mail the event’s own words; a dry run only shows it with real data. Refused where it would have gaps',
  body: TemplateForm.pick({ subject: true, text: true }).extend({ dryRun: z.boolean().default(false) }),
  answer: TemplateAnswer,
  handle: async (call) => {
    const [event, which] = [eventOf(call), Which.safeParse(call.params)]
    if (!which.success) return nothingHere()
    const { dryRun, ...words } = call.body
    const input = { ...which.data, ...words, version: call.version ?? 0 }
    const outcome = await saveTemplate(callerOf(call), event, input, { dryRun, now: call.now })
    const now = await read(event, which.data)
    if (!outcome.ok) return refusedTemplate(outcome, now)
    const body = dryRun ? { ...now.body, ...words } : now.body
    return { ...now, body: { ...body, preview: outcome.preview } }
  },
})

function refusedTemplate(
  outcome: Extract<TemplateResult, { ok: false }>,
  now: { body: object; version: number },
): Reply {
  if (outcome.reason === 'overtaken')
    return problem('overtaken', 'Somebody has saved another text in the meantime.', {
      current: now.body,
      version: now.version,
    })
  if (outcome.reason === 'invalid') {
    const errors = outcome.problems.map(({ field, word, names }) => ({
      path: `/${field}`,
      message: templateWords(word, names),
    }))
    return problem('invalid', 'Some fields are not right.', { errors })
  }
  const errors = outcome.gaps.slice(0, 50).map(({ code, title, names }) => ({
    path: '/text',
    message: `Would be empty: ${marked(names)} for “${title}” (${code})`,
  }))
  return problem('mail-incomplete', REFUSALS['mail-incomplete'], { errors })
}

const reset = endpoint('DELETE /events/{event}/mail/templates/{kind}/{locale}', {
  summary: 'Goes back to the house’s words',
  handle: async (call) => {
    const which = Which.safeParse(call.params)
    if (!which.success) return nothingHere()
    const { kind, locale }: { kind: TemplateKind; locale: Which['locale'] } = which.data
    await resetTemplate(callerOf(call), eventOf(call), kind, locale)
    return { ok: true }
  },
})

export const proposalMailEndpoints = [send, list, get, put, reset]
