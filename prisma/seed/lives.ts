import type { Context } from './context'
import { addDays } from './days'
import type { Fate, Proposal } from './proposal'

/** When the stages of a call take place, and who decides. */
export interface Stages {
  submit: [Date, Date]
  decideAt: Date
  announceAt: Date
  answer: [Date, Date]
  cancelAt: Date
  chairId: string
}

type Decision = 'accepted' | 'waitlisted' | 'rejected'
const DECISIONS: Partial<Record<Fate, Decision>> = {
  'to-be-accepted': 'accepted',
  'to-be-waitlisted': 'waitlisted',
  'to-be-rejected': 'rejected',
  'told-accepted': 'accepted',
  'told-waitlisted': 'waitlisted',
  'told-rejected': 'rejected',
  confirmed: 'accepted',
  declined: 'accepted',
  cancelled: 'accepted',
}
const REASONS: Record<Decision, string[]> = {
  accepted: ['The reviewers agree, and the topic was missing.', 'Strong practice, honest about its limits.'],
  waitlisted: ['Good, but close to a session that is in already.', 'First in line should a place become free.'],
  rejected: [
    'The abstract does not say what the audience will learn.',
    'Too near to a product.',
    'No room left in this track.',
  ],
}

/** The columns that hold a proposal's facts; its log and versions are written on the way. */
export function addLife(context: Context, proposal: Proposal, stages: Stages, random: Context['random']) {
  const { fate } = proposal
  const isDraft = fate === 'draft'
  const startedAt = random.date(...stages.submit)
  const submittedAt = isDraft ? null : random.date(startedAt, stages.submit[1])
  const withdrawnAt = fate === 'withdrawn' && submittedAt ? random.date(submittedAt, stages.submit[1]) : null
  const decision = DECISIONS[fate] ?? null
  const isAnnounced = decision !== null && !fate.startsWith('to-be-')
  const answer = fate === 'declined' ? 'declined' : fate === 'confirmed' || fate === 'cancelled' ? 'confirmed' : null
  const facts = {
    answers: {},
    createdById: proposal.speakers[0]?.id ?? null,
    createdAt: startedAt,
    updatedAt: submittedAt ?? startedAt,
    submittedAt,
    withdrawnAt,
    recommendation: fate === 'recommended' ? ('accepted' as const) : decision,
    decision,
    decisionReason: decision && random.pick(REASONS[decision]),
    decidedAt: decision && stages.decideAt,
    announcedAt: isAnnounced ? stages.announceAt : null,
    announced: isAnnounced ? decision : null,
    answer,
    answerBy: isAnnounced && decision === 'accepted' ? addDays(stages.announceAt, 14) : null,
    answeredAt: answer && random.date(...stages.answer),
    cancelledAt: fate === 'cancelled' ? stages.cancelAt : null,
  } as const
  addLog(context, proposal, facts, stages.chairId)
  return { ...facts, version: addVersions(context, proposal, facts, random) }
}

interface Facts {
  createdById: string | null
  createdAt: Date
  submittedAt: Date | null
  withdrawnAt: Date | null
  decision: Decision | null
  decidedAt: Date | null
  announcedAt: Date | null
  answer: 'confirmed' | 'declined' | null
  answeredAt: Date | null
  cancelledAt: Date | null
}

function addLog({ rows }: Context, { id }: Proposal, facts: Facts, chairId: string): void {
  const { createdById: speakerId, decision } = facts
  const log = (move: string, at: Date | null, side: 'speaker' | 'committee', detail = {}) => {
    const actorId = side === 'speaker' ? speakerId : chairId
    if (at) rows.proposalMove.push({ proposalId: id, move, actorId, at, detail: { side, ...detail } })
  }
  log('submit', facts.submittedAt, 'speaker')
  log('withdraw', facts.withdrawnAt, 'speaker')
  log('decide', facts.decidedAt, 'committee', { decision })
  log('announce', facts.announcedAt, 'committee', { decision })
  log(facts.answer === 'declined' ? 'decline' : 'confirm', facts.answeredAt, 'speaker')
  log('cancel', facts.cancelledAt, 'speaker')
}

/** Every text that was saved; some had a shorter first one. Answers with the number of the last. */
function addVersions({ rows }: Context, proposal: Proposal, facts: Facts, random: Context['random']): number {
  const { title, abstract, language, format, track, level } = proposal
  const speakers = proposal.speakers.slice(1).map(({ email, name }) => ({ email, name }))
  const content = { title, abstract, format: format.slug, track, level, language, speakers, answers: {} }
  const version = random.chance(0.12) ? 2 : 1
  const save = (number: number, text: typeof content, savedAt: Date) =>
    rows.proposalVersion.push({
      proposalId: proposal.id,
      version: number,
      content: text,
      savedAt,
      savedById: facts.createdById,
    })
  const firstParagraph = abstract.split('\n\n')[0] ?? ''
  if (version === 2) save(1, { ...content, abstract: firstParagraph }, facts.createdAt)
  save(version, content, facts.submittedAt ?? facts.createdAt)
  return version
}
