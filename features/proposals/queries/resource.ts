import type { AuthorizedEvent } from '@/features/access/queries'
import { can } from '@/features/access/rules'
import type { Actor, Person } from '@/features/access/schema'
import type { Answers } from '@/features/calls/schema/question'
import { db } from '@/lib/db'
import type { Facts, ProposalDraft, State } from '../schema'
import { type ListedProposal, listProposals, type ProposalFilter } from './committee'
import { getProposal } from './committee-one'
import { TEXT, textOf } from './facts'
import { getOwnProposal } from './own'
import { listOwnPage } from './own-page'

/** A proposal as an integrator reads it. What the reader may not know is not in it at all. */
export interface ProposalResource extends Partial<Omit<Facts, 'decidedAt' | 'answeredAt' | 'announced'>> {
  code: string
  title: string
  abstract: string
  state: State
  format: string | null
  track: string | null
  level: string | null
  language: string
  version: number
  submittedAt: Date | null
  tags?: string[]
  projects?: string[]
  answers?: Answers
  speakers?: { name: string; slug?: string; email?: string | null }[]
  aboutMe?: Answers
  speakerAnswers?: { name: string; answers: Answers }[]
}

const readsAll = (event: AuthorizedEvent, actor: Actor) => can(actor, 'list', 'proposals', { eventId: event.id })

interface ResourceFilter extends ProposalFilter {
  mine: boolean
}

const OWN_SORTS = ['newest', 'oldest', 'title', '-title'] as const

/** A page of the committee's proposals; of a speaker's own for them, and for whoever asks for theirs (`mine`). */
export async function listResources(
  event: AuthorizedEvent,
  actor: Actor,
  { mine, ...filter }: ResourceFilter,
): Promise<{ items: ProposalResource[]; next: string | null }> {
  const isOwn = mine || !readsAll(event, actor)
  // How many have reviewed it is nothing that its speaker is told.
  const sort = OWN_SORTS.find((known) => known === filter.sort) ?? 'newest'
  if (isOwn) return actor.kind === 'person' ? listOwnPage(event, actor, { ...filter, sort }) : { items: [], next: null }
  const { items, next } = await listProposals(event, actor, filter)
  return { items: items.map(toResource), next }
}

function toResource({ isNews: _, reviews: __, speakers, ...line }: ListedProposal): ProposalResource {
  return { ...line, ...slugsOf(line), ...(speakers ? { speakers } : {}) }
}

/** One proposal: the actor's own with a speaker's eyes, any other with the committee's; null where it is neither. */
export async function getResource(
  event: AuthorizedEvent,
  actor: Actor,
  code: string,
  now: Date,
): Promise<ProposalResource | null> {
  const own = actor.kind === 'person' ? await getOwnResource(event, actor, code, now) : null
  return own ?? (readsAll(event, actor) ? getCommitteeResource(event, actor, code) : null)
}

/** Nothing unannounced is in it. */
async function getOwnResource(event: AuthorizedEvent, actor: Person, code: string, now: Date) {
  const own = await getOwnProposal(actor, code, now)
  if (own?.event.slug !== event.slug) return null
  const { state, version, submittedAt, withdrawnAt, announcedAt, answerBy, cancelledAt, announced, reason, text } = own
  const [first] = own.speakers
  const proposer = first && { name: first.name, email: first.id === actor.id ? actor.email : null }
  return {
    ...text,
    aboutMe: own.aboutMe,
    code: own.code,
    state,
    version,
    submittedAt,
    withdrawnAt,
    cancelledAt,
    speakers: proposer ? [proposer, ...text.speakers] : text.speakers,
    ...(announced ? { decision: announced, decisionReason: reason, announcedAt, answerBy } : {}),
  }
}

async function getCommitteeResource(event: AuthorizedEvent, actor: Actor, code: string) {
  const row = await getProposal(event, actor, code)
  if (!row) return null
  const { title, abstract, state, language, version, submittedAt, withdrawnAt, cancelledAt, speakers } = row
  const { decision, decisionReason, announcedAt, answer, answerBy } = row
  const text = { code: row.code, title, abstract, state, language, version, ...slugsOf(row) }
  const given = (lines: typeof row.answers) => Object.fromEntries(lines.map(({ key, given }) => [key, given]))
  const answers = given(row.answers)
  const resource = { ...text, answers, submittedAt, withdrawnAt, cancelledAt, decision, announcedAt, answer, answerBy }
  if (!speakers) return resource
  const people = speakers.map(({ name, slug, email }) => ({ name, slug, email }))
  const speakerAnswers = row.speakerAnswers.map(({ name, answers }) => ({ name, answers: given(answers) }))
  return { ...resource, decisionReason, speakers: people, speakerAnswers }
}

type Choice = { slug: string } | null

function slugsOf({ format, track, level }: { format: Choice; track: Choice; level: Choice }) {
  return { format: format?.slug ?? null, track: track?.slug ?? null, level: level?.slug ?? null }
}

/** The text as its editors save it, and the address of the one who proposed it. The command asks who may. */
export async function getEditableText(
  event: AuthorizedEvent,
  code: string,
): Promise<{ draft: ProposalDraft; proposer: string | null } | null> {
  const row = await db.proposal.findFirst({ where: { eventId: event.id, code: code.toUpperCase() }, select: TEXT })
  return row && { draft: textOf(row), proposer: row.speakers[0]?.person.email ?? null }
}
