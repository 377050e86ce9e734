'use server'
import { cookies } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { action, eventAction } from '@/features/access/gate'
import type { AuthorizedEvent } from '@/features/access/queries'
import type { Person } from '@/features/access/schema'
import { env } from '@/lib/env'
import { Slug } from '@/lib/slug'
import { announceDecisions as announce, decideProposals as decide } from './commands/decide'
import { takeAnswerFiles } from './commands/files'
import { cancelProposal, confirmProposal, declineProposal, withdrawProposal as withdraw } from './commands/moves'
import { DAYS_KEPT, dropPendingDraft, keepPendingDraft as keep } from './commands/pending'
import { saveDraft as save, submitProposal as submit } from './commands/submit'
import { undoMoves as undo } from './commands/undo'
import { getProposalForm } from './queries/call'
import { getOwnProposal } from './queries/own'
import {
  Code,
  type FormState,
  fieldErrorsOf,
  formOf,
  keptCookie,
  ProposalTyped,
  readProposalForm,
  type SavedState,
  toInput,
} from './schema'
import { AnnouncementBatch, DecisionBatch, UndoBatch } from './schema/batches'
import { fileErrorsOf } from './schema/files'
import { REFUSALS, type Refusal } from './table'

/** Saves in the background what is being typed: answers with where it stands, and never leads away. */
export const saveDraft = eventAction(
  'saveDraft',
  async (actor, event, code: string | null, form: FormData): Promise<SavedState> => {
    const { content, ...identity } = readProposalForm(form)
    const typed = ProposalTyped.safeParse(content)
    if (!typed.success) return { status: 'invalid', errors: fieldErrorsOf(typed.error) }
    const outcome = await save(actor, event, { ...identityOf(code, identity), ...toInput(typed.data) }, new Date())
    if (outcome.ok) await forget(event.slug, code)
    if (outcome.ok) return { status: 'saved', code: outcome.code, version: outcome.version }
    if (outcome.current) return { status: 'overtaken', current: outcome.current }
    return { status: 'invalid', errors: outcome.errors ?? [{ path: '', message: REFUSALS[outcome.reason] }] }
  },
  async (): Promise<SavedState> => ({ status: 'signed-out' }),
)

/** The form of a draft: saves it, or saves it and hands it in. */
export const submitProposal = eventAction('submitProposal', send(submit), signInFirst)

/** The form of a submitted proposal. */
export const updateProposal = eventAction('updateProposal', send(save), signInFirst)

/** A visitor's form: kept on the server for this browser, and found again after the sign-in. */
export const keepPendingDraft = action(
  'keepPendingDraft',
  (_, eventSlug: string, code: string | null, state: FormState, form: FormData) =>
    signInFirst(eventSlug, code, state, form),
)

export const withdrawProposal = eventAction('withdrawProposal', async (actor, event, code: string) => {
  return comeBack(code, await withdraw(actor, event, code, new Date()), 'withdrawn')
})

const ANSWERS = {
  confirm: [confirmProposal, 'confirmed'],
  decline: [declineProposal, 'declined'],
  cancel: [cancelProposal, 'cancelled'],
} as const

export const answerProposal = eventAction(
  'answerProposal',
  async (actor, event, code: string, answer: keyof typeof ANSWERS) => {
    if (!Object.hasOwn(ANSWERS, answer)) notFound()
    const [move, done] = ANSWERS[answer]
    return comeBack(code, await move(actor, event, code, new Date()), done)
  },
)

/** Decides about the selected; comes back to the list with what was done, or why not. */
export const decideProposals = eventAction('decideProposals', async (actor, event, form: FormData) => {
  const [decision, reason] = [form.get('decision'), form.get('reason')]
  const items = form.getAll('code').map((code) => ({ code, decision, reason: reason || null }))
  const batch = DecisionBatch.safeParse({ items })
  if (!batch.success) backToDecisions(event, { problem: items.length === 0 ? 'none' : 'invalid' })
  const outcome = await decide(actor, event, batch.data, new Date())
  if (outcome.ok) return backToDecisions(event, { decided: String(outcome.items.length), as: String(decision) })
  return backToDecisions(event, { problem: outcome.reason, codes: outcome.refused.map(({ code }) => code).join(' ') })
})

/** Brings back what was before the last decision about the chosen, as `seen` names it: `CODE MOVE`. */
export const undoDecisions = eventAction('undoDecisions', async (actor, event, form: FormData) => {
  const chosen = new Set(form.getAll('code'))
  const seen = form.getAll('seen').map((pair) => String(pair).split(' '))
  const items = seen.flatMap(([code = '', move]) => (chosen.has(code) ? [{ code, move }] : []))
  const batch = UndoBatch.safeParse({ items })
  if (!batch.success || items.length < chosen.size)
    backToDecisions(event, { problem: chosen.size === 0 ? 'none' : 'nothing-to-undo' })
  const outcome = await undo(actor, event, batch.data, new Date())
  if (outcome.ok)
    return backToDecisions(event, {
      undone: String(outcome.undone.length),
      codes: outcome.undone.join(' '),
      view: 'all',
    })
  return backToDecisions(event, { problem: outcome.reason, codes: outcome.refused.map(({ code }) => code).join(' ') })
})

/** Sends what the preview has shown. */
export const announceDecisions = eventAction('announceDecisions', async (actor, event, form: FormData) => {
  const batch = AnnouncementBatch.safeParse({ codes: form.getAll('code') })
  if (!batch.success) backToDecisions(event, { problem: 'none' })
  const outcome = await announce(actor, event, batch.data, new Date())
  if (outcome.ok) return backToDecisions(event, { announced: String(outcome.announced) })
  return backToDecisions(event, { problem: outcome.reason, codes: outcome.refused.map(({ code }) => code).join(' ') })
})

function backToDecisions(event: AuthorizedEvent, says: Record<string, string>): never {
  redirect(`/admin/events/${event.slug}/decisions?${new URLSearchParams(says)}`)
}

type Write = typeof submit

function send(handIn: Write) {
  return async (
    actor: Person,
    event: AuthorizedEvent,
    code: string | null,
    state: FormState,
    form: FormData,
  ): Promise<FormState> => {
    const { intent, content, files, ...identity } = readProposalForm(form)
    if (JSON.stringify(content).length > MOST_TYPED) return tooMuch(content)
    const typed = formOf({ content, key: identity.key ?? '', version: identity.version })
    if (intent === 'more') return typed
    if (intent === 'theirs') return theirs(actor, code ?? state.current?.code ?? '', typed)
    const refused = await takeAnswerFiles(actor, event, content, files, new Date())
    if (refused.length > 0) return { ...typed, errors: fileErrorsOf(refused), problem: REFUSALS.invalid }
    const parsed = ProposalTyped.safeParse(content)
    if (!parsed.success) return { ...typed, errors: fieldErrorsOf(parsed.error), problem: REFUSALS.invalid }
    const input = { ...identityOf(code, identity), ...toInput(parsed.data) }
    const write = intent === 'save' ? save : handIn
    const outcome = await write(actor, event, input, new Date())
    if (outcome.ok || outcome.saved) await forget(event.slug, code)
    if (outcome.ok) redirect(`/me/proposals/${outcome.code}?done=${doneBy(intent, handIn)}`)
    return {
      ...typed,
      version: outcome.saved?.version ?? outcome.current?.version ?? identity.version,
      errors: outcome.errors ?? [],
      problem: REFUSALS[outcome.reason],
      saved: outcome.saved ?? null,
      current: outcome.current ?? null,
    }
  }
}

const doneBy = (intent: string, handIn: Write) =>
  handIn === save ? 'changed' : intent === 'save' ? 'saved' : 'submitted'

/** The text that was saved meanwhile, taken over as one's own. */
async function theirs(actor: Person, code: string, typed: FormState): Promise<FormState> {
  const own = await getOwnProposal(actor, code, new Date())
  const { aboutMe, call, accessCode } = typed.content
  return own ? { ...typed, content: { ...own.text, aboutMe, call, accessCode }, version: own.version } : typed
}

type Identity = Pick<ReturnType<typeof readProposalForm>, 'key' | 'form' | 'version'>

function identityOf(code: string | null, { key, form, version }: Identity) {
  return { version, form, ...(code ? { code } : key ? { key } : {}) }
}

/** Characters of a whole form: far above what any proposal may have. */
const MOST_TYPED = 400_000

/** Far more than a form can hold is neither kept nor sent back: its title is, and which field it was that is too long. */
function tooMuch(content: FormState['content']): FormState {
  const { title, abstract, format, track, level, language } = content
  const errors = ProposalTyped.safeParse(content).error
  return {
    ...formOf({
      content: {
        ...{ format, track, level, language },
        title: title.slice(0, 300),
        abstract: abstract.slice(0, 25_000),
      },
    }),
    errors: errors ? fieldErrorsOf(errors) : [],
    problem: 'This is more text than a proposal can hold. Nothing of it was sent on.',
  }
}

async function signInFirst(eventSlug: string, code: string | null, _: FormState, form: FormData): Promise<FormState> {
  const slug = Slug.safeParse(eventSlug)
  const known = code === null ? null : Code.safeParse(code)
  if (!slug.success || known?.success === false || !(await getProposalForm(slug.data))) notFound()
  const { content } = readProposalForm(form)
  // Nobody is signed in yet, so nobody may leave more here than a form can hold.
  if (JSON.stringify(content).length > MOST_TYPED) return tooMuch(content)
  const jar = await cookies()
  const name = keptCookie(slug.data, known?.data ?? null)
  const token = await keep(slug.data, content, jar.get(name)?.value ?? null, new Date())
  jar.set(name, token, {
    httpOnly: true,
    sameSite: 'lax',
    secure: env().appUrl.startsWith('https:'),
    path: '/',
    maxAge: DAYS_KEPT * 86_400,
  })
  const kind = content.call
  const query = kind ? `?${new URLSearchParams({ call: kind })}` : ''
  const here = known ? `/me/proposals/${known.data}` : `/events/${slug.data}/submit${query}`
  redirect(`/sign-in?next=${encodeURIComponent(here)}`)
}

/** What was kept for the browser is now saved under a name. */
async function forget(eventSlug: string, code: string | null): Promise<void> {
  const jar = await cookies()
  const name = keptCookie(eventSlug, code)
  const token = jar.get(name)?.value
  if (!token) return
  await dropPendingDraft(token)
  jar.delete(name)
}

function comeBack(code: string, outcome: { ok: true } | { ok: false; reason: Refusal }, done: string): never {
  if (!outcome.ok && outcome.reason === 'not-found') notFound()
  const says = outcome.ok ? `done=${done}` : `problem=${outcome.reason}`
  redirect(`/me/proposals/${encodeURIComponent(code.toUpperCase())}?${says}`)
}
