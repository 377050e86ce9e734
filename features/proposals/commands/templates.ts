import type { AuthorizedEvent } from '@/features/access/queries'
import { getTemplates } from '@/features/mail/queries/templates'
import { renderTemplate, type Template, type TemplateProblem, templateProblems } from '@/features/mail/rules/template'
import type { Prisma } from '@/generated/prisma/client'
import { audit } from '@/lib/audit'
import { holdWord, type Tx, transaction } from '@/lib/db'
import { env } from '@/lib/env'
import type { Locale } from '@/lib/time-words'
import { templateKey } from '../emails'
import { type InvitationKind, isInvitation, type MailKind, placeholdersOf, type TemplateKind } from '../emails/kinds'
import { conflictingIn } from '../queries/conflicts'
import { getAnswerPolicy } from '../queries/policy'
import { answerByFor } from '../rules/confirmation'
import type { Decision } from '../schema'
import { type Gap, writeMail } from './mail'
import { type Mover, readProposals } from './subject'

export interface TemplateInput extends Template {
  kind: TemplateKind
  locale: Locale
  version: number
}
export type TemplateResult =
  | { ok: true; preview: (Template & { to: string }) | null }
  | { ok: false; reason: 'overtaken' }
  | { ok: false; reason: 'invalid'; problems: TemplateProblem[] }
  | { ok: false; reason: 'gaps'; gaps: Gap[] }

type Chair = Exclude<Mover, { kind: 'system' }>

/**
 * Saves an event's own words of a kind of mail, or with `dryRun` only shows them with real data. Refused where they
 * would leave a gap in the mail about any proposal that is due for it now.
 */
export function saveTemplate(
  actor: Chair,
  event: AuthorizedEvent,
  { kind, locale, version, ...words }: TemplateInput,
  { dryRun, now }: { dryRun: boolean; now: Date },
): Promise<TemplateResult> {
  return transaction(async (tx) => {
    const problems = templateProblems(words, placeholdersOf(kind))
    if (isInvitation(kind) && !words.text.includes('{link}'))
      problems.push({ field: 'text', word: 'unlinked', names: [] })
    if (problems.length > 0) return { ok: false, reason: 'invalid', problems }
    const key = templateKey(kind, locale)
    await holdWord(tx, `mail-template ${event.id} ${key}`)
    const templates = await getTemplates(tx, event.id)
    if ((templates.get(key)?.version ?? 0) !== version) return { ok: false, reason: 'overtaken' }
    const tried = { templates: new Map([...templates, [key, words]]), locale }
    const { messages, gaps } = isInvitation(kind)
      ? { messages: [sampleOf(words, event, locale)], gaps: [] }
      : await tryOut(tx, actor, event, kind, tried, now)
    if (gaps.length > 0) return { ok: false, reason: 'gaps', gaps }
    const [first] = messages
    const preview = first ? { to: first.to, subject: first.subject, text: first.text } : null
    if (dryRun) return { ok: true, preview }
    const id = { eventId: event.id, kind, locale }
    const facts = { ...words, version: version + 1 }
    await tx.mailTemplate.upsert({
      where: { eventId_kind_locale: id },
      create: { ...id, ...facts },
      update: facts,
    })
    await note(tx, actor, event, key, 'update')
    return { ok: true, preview }
  })
}

/** Goes back to the house's words. */
export function resetTemplate(actor: Chair, event: AuthorizedEvent, kind: TemplateKind, locale: Locale): Promise<void> {
  return transaction(async (tx) => {
    const { count } = await tx.mailTemplate.deleteMany({ where: { eventId: event.id, kind, locale } })
    if (count > 0) await note(tx, actor, event, templateKey(kind, locale), 'reset')
  })
}

/** Whom a mail of this kind would go to as things stand. */
const DUE: Record<ProposalKind, Prisma.ProposalWhereInput> = {
  received: {},
  withdrawn: {},
  accepted: { decision: 'accepted' },
  waitlisted: { decision: 'waitlisted' },
  rejected: { decision: 'rejected' },
  correction: { announced: { not: null } },
  promotion: { decision: 'waitlisted' },
  confirmed: { decision: 'accepted' },
  declined: { decision: 'accepted' },
  cancelled: { answer: 'confirmed' },
  reminder: { announced: 'accepted', answer: null },
  lapsed: { announced: 'accepted', answer: null },
}
type ProposalKind = Exclude<TemplateKind, InvitationKind>
const DECISIONS: Partial<Record<TemplateKind, Decision>> = { promotion: 'accepted' }

/**
 * The mails of every proposal that is due for them, each in the language of its reader or all in one; none of what the
 * actor has a conflict with.
 */
async function tryOut(
  tx: Tx,
  actor: Chair,
  event: AuthorizedEvent,
  kind: ProposalKind,
  { templates, locale }: { templates: Map<string, Template>; locale: Locale | null },
  now: Date,
) {
  const id = { notIn: await conflictingIn(actor, event, tx) }
  const where = { ...DUE[kind], id, eventId: event.id, submittedAt: { not: null }, withdrawnAt: null }
  const answerBy = answerByFor(await getAnswerPolicy(event.id, tx), now, event.timeZone)
  const mailKind: MailKind = kind === 'accepted' || kind === 'waitlisted' || kind === 'rejected' ? 'decision' : kind
  const letters = (await readProposals(tx, where)).map((row) => {
    const speakers = row.speakers.map((each) => ({
      ...each,
      person: { ...each.person, locale: locale ?? each.person.locale },
    }))
    const announced = DECISIONS[kind] ?? row.decision
    const facts = { ...row, announced, answerBy: announced === 'accepted' ? (row.answerBy ?? answerBy) : null }
    const subject = { ...row, speakers }
    return { subject, kind: mailKind, to: 'speakers' as const, facts, key: 'preview', isDraft: true, announces: false }
  })
  return writeMail(tx, event, letters, { templates, isStrict: true })
}

/** An invitation with names that nobody has. */
function sampleOf(words: Template, event: AuthorizedEvent, locale: Locale): Template & { to: string } {
  const [name, by, title, role] =
    locale === 'zh'
      ? ['林小姐', '陈先生', '灯塔与日志', '评审']
      : ['Lin Example', 'Chen Example', 'Lanterns and logs', 'reviewer']
  const values = { name, by, title, role, code: 'ABC234', event: event.name, link: `${env().appUrl}/invitations/…` }
  const mail = renderTemplate(words, values)
  return { to: 'lin@example.org', ...(mail.ok ? mail : words) }
}

/** A kind of mail that the clock writes, and for which proposals its template has nothing to say. */
export interface ClockGaps {
  kind: 'reminder' | 'lapsed' | 'promotion'
  gaps: Gap[]
}
const OF_THE_CLOCK = ['reminder', 'lapsed', 'promotion'] as const

/**
 * The mails that the clock could not write as things stand, in the event's own words: for chairs to mend before a
 * reminder is missed. The house's words leave no gaps.
 */
export async function findClockGaps(actor: Chair, event: AuthorizedEvent, now: Date): Promise<ClockGaps[]> {
  return transaction(async (tx) => {
    const templates = await getTemplates(tx, event.id)
    const found: ClockGaps[] = []
    for (const kind of OF_THE_CLOCK) {
      if (!LOCALES.some((locale) => templates.has(templateKey(kind, locale)))) continue
      const { gaps } = await tryOut(tx, actor, event, kind, { templates, locale: null }, now)
      if (gaps.length > 0) found.push({ kind, gaps })
    }
    return found
  })
}

const LOCALES: Locale[] = ['en', 'zh']

function note(tx: Tx, actor: Chair, event: AuthorizedEvent, key: string, verb: string): Promise<void> {
  return audit.record(tx, { actor, verb, resource: 'mail', resourceId: `template ${key}`, eventId: event.id })
}
