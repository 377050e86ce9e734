import type { AuthorizedEvent } from '@/features/access/queries'
import type { Person } from '@/features/access/schema'
import { listFiles } from '@/features/calls/queries/questions'
import { checkAnswers, isSame } from '@/features/calls/rules/answers'
import { laterForm, laterQuestions } from '@/features/calls/rules/later'
import type { Answers, Question } from '@/features/calls/schema/question'
import { audit } from '@/lib/audit'
import { type Tx, transaction } from '@/lib/db'
import * as purge from '@/lib/purge'
import { listUnanswered, readLater } from '../queries/later'
import type { FieldError } from '../schema'
import { saveAboutMe } from './answers'
import { lockProposals } from './subject'
import { replaceText, resolveChoices } from './text'

export interface LaterInput {
  /** Of the proposal, as it was when the form was shown. */
  version: number
  answers: Answers
  aboutMe: Answers
}
export type LaterResult =
  | { ok: true; missing: number }
  | { ok: false; reason: 'not-found' | 'frozen' }
  | { ok: false; reason: 'incomplete'; errors: FieldError[] }
  /** Somebody else has answered about the proposal since: what stands there now. */
  | { ok: false; reason: 'overtaken'; version: number; current: { label: string; answer: string }[] }

/**
 * Saves what a speaker answers once the text stands: of questions that are still open, and of nothing else. What is
 * required and left out is saved as missing: a confirmation asks for it. The text before stays among the versions.
 */
export function saveLaterAnswers(
  actor: Person,
  event: AuthorizedEvent,
  code: string,
  input: LaterInput,
  now: Date,
): Promise<LaterResult> {
  return transaction(async (tx) => {
    const [subject] = await lockProposals(tx, event, [code])
    const later = subject && (await readLater(subject.id, now, tx))
    const own = later?.speakers.find(({ person }) => person.id === actor.id)
    if (!subject || !later || !own) return { ok: false, reason: 'not-found' }
    const open = {
      proposal: openFor(later, 'proposal', input.answers, later.draft.answers, now),
      speaker: openFor(later, 'speaker', input.aboutMe, own.answers, now),
    }
    if (open.proposal.length + open.speaker.length === 0) return { ok: false, reason: 'frozen' }
    const answers = withOpen(open.proposal, input.answers, later.draft.answers)
    const aboutMe = withOpen(open.speaker, input.aboutMe, own.answers)
    const people = later.speakers.map(({ person }) => person.id)
    const facts = { ...later.facts, files: await listFiles(event.id, people, tx), mayThaw: false }
    const proposalFacts = { ...facts, about: 'proposal' as const, earlier: later.draft.answers }
    const speakerFacts = { ...facts, about: 'speaker' as const, earlier: own.answers }
    const errors = [
      ...checkAnswers(open.proposal.map(optional), answers, proposalFacts, now),
      ...checkAnswers(open.speaker.map(optional), aboutMe, speakerFacts, now).map(({ path, message }) => ({
        path: path.replace(/^answers/, 'aboutMe'),
        message,
      })),
    ]
    if (errors.length > 0) return { ok: false, reason: 'incomplete', errors }
    const changed = changedIn(open.proposal, answers, later.draft.answers)
    const changedOwn = changedIn(open.speaker, aboutMe, own.answers)
    if (changed.length > 0 && subject.version !== input.version)
      return { ok: false, reason: 'overtaken', version: subject.version, current: shown(changed, later.draft.answers) }
    if (changed.length > 0) {
      const draft = { ...later.draft, answers }
      const { ids } = await resolveChoices(tx, event, draft)
      await replaceText(tx, subject, { savedById: actor.id, draft, ids }, now)
    }
    if (changedOwn.length > 0) await saveAboutMe(tx, subject.id, actor.id, aboutMe)
    await note(tx, actor, event, subject, [...changed, ...changedOwn])
    const missing = (await listUnanswered(subject.id, now, tx)).filter(({ by }) => by === null || by.id === actor.id)
    return { ok: true, missing: missing.length }
  })
}

/** What is asked with what was typed, and still open by what was saved. */
function openFor(
  { all, facts }: Pick<NonNullable<Awaited<ReturnType<typeof readLater>>>, 'all' | 'facts'>,
  about: Question['about'],
  typed: Answers,
  earlier: Answers,
  now: Date,
): Question[] {
  const saved = laterForm(all, about, earlier, facts, now).map(({ key }) => key)
  const answers = { ...earlier, ...Object.fromEntries(saved.map((key) => [key, typed[key] ?? ''])) }
  return laterQuestions(all, about, { answers, earlier }, facts, now)
}

/** The conditions were looked at already, and an answer that is left out may follow. */
const optional = (question: Question): Question => ({
  ...question,
  isRequired: false,
  isForAccepted: false,
  conditions: [],
})

const changedIn = (open: Question[], answers: Answers, earlier: Answers) =>
  open.filter(({ key }) => !isSame(answers[key] ?? '', earlier[key] ?? ''))

/** Of what was typed only what is open; all else stays. */
function withOpen(open: Question[], typed: Answers, earlier: Answers): Answers {
  const kept = { ...earlier }
  for (const { key } of open) {
    const answer = typed[key]
    if (answer === undefined) delete kept[key]
    else kept[key] = answer
  }
  return kept
}

function shown(questions: Question[], answers: Answers) {
  return questions.map(({ key, label, options }) => {
    const values = [answers[key] ?? []].flat()
    const words = values.map((value) => options.find((option) => option.value === value)?.label ?? value)
    return { label, answer: words.join(', ') || '—' }
  })
}

async function note(tx: Tx, actor: Person, event: AuthorizedEvent, subject: { code: string }, changed: Question[]) {
  if (changed.length === 0) return
  const detail = { answers: changed.map(({ key }) => key).join(' ') }
  const about = { resource: 'proposals', resourceId: subject.code, eventId: event.id }
  await audit.record(tx, { actor, verb: 'answer', ...about, detail })
  if (changed.some(({ audience }) => audience === 'public')) await purge.tags(tx, [`schedule:${event.slug}`])
}
