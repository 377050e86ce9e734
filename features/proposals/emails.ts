import { formatDate } from '@/lib/time-words'
import type { Decision } from './schema'

export type MailKind = 'received' | 'withdrawn' | 'decision' | 'confirmed' | 'declined' | 'cancelled'

/** What a mail about a proposal may speak of. */
export interface MailFacts {
  code: string
  title: string
  event: { slug: string; name: string; timeZone: string }
  /** Of the whole site, without a slash at its end. */
  appUrl: string
  to: { name: string }
  decision?: Decision | null
  reason?: string | null
  answerBy?: Date | null
  /** They were told something else before. */
  isCorrection?: boolean
}

interface Mail {
  subject: string
  text: string
}

/** The mail that follows a move, for one of the speakers. */
export function proposalMail(kind: MailKind, facts: MailFacts): Mail {
  const { title, event, to } = facts
  const { subject, paragraphs } = kind === 'decision' ? decisionWords(facts) : RECEIPTS[kind](facts)
  const text = [`Hello ${to.name},`, ...paragraphs, `The programme committee of ${event.name}`].join('\n\n')
  return { subject: oneLine(`${subject}: ${title}`), text: `${text}\n` }
}

type Words = { subject: string; paragraphs: string[] }

const linkTo = ({ appUrl, code }: MailFacts) => `${appUrl}/me/proposals/${code}`

const RECEIPTS: Record<Exclude<MailKind, 'decision'>, (facts: MailFacts) => Words> = {
  received: (facts) => ({
    subject: 'We have your proposal',
    paragraphs: [
      `Thank you for proposing “${facts.title}” to ${facts.event.name}. We have it, under the code ${facts.code}.`,
      `You can read it, change it while the call is open, and see where it stands here:\n${linkTo(facts)}`,
      'The committee reads every proposal after the call has closed. We write to you as soon as there is a decision.',
    ],
  }),
  withdrawn: (facts) => ({
    subject: 'You have withdrawn your proposal',
    paragraphs: [
      `“${facts.title}” (${facts.code}) is withdrawn from ${facts.event.name} and will not be read any further.`,
      `While the call is open you can submit it again:\n${linkTo(facts)}`,
    ],
  }),
  confirmed: (facts) => ({
    subject: 'Thank you for confirming',
    paragraphs: [
      `“${facts.title}” (${facts.code}) has its place at ${facts.event.name}. We are looking forward to it.`,
      `Time and room follow with the schedule. Should you not be able to come after all, tell us here:\n${linkTo(facts)}`,
    ],
  }),
  declined: (facts) => ({
    subject: 'You have declined',
    paragraphs: [
      `“${facts.title}” (${facts.code}) will not be given at ${facts.event.name}. Thank you for telling us in time.`,
      `If this was a mistake, write to the committee soon.\n${linkTo(facts)}`,
    ],
  }),
  cancelled: (facts) => ({
    subject: 'The session is cancelled',
    paragraphs: [`“${facts.title}” (${facts.code}) will not take place at ${facts.event.name}.`, linkTo(facts)],
  }),
}

function decisionWords(facts: MailFacts): Words {
  const { title, event, code, decision, answerBy, reason, isCorrection = false } = facts
  const correction = isCorrection ? ['This corrects what we wrote to you before.'] : []
  const why = reason ? [`From the committee:\n${reason}`] : []
  if (decision === 'accepted') {
    const until = answerBy ? ` until ${formatDate(answerBy, event.timeZone, 'en')}` : ''
    return {
      subject: 'Your proposal is accepted',
      paragraphs: [
        ...correction,
        `“${title}” (${code}) is accepted for ${event.name}. Congratulations!`,
        `Please tell us${until} whether you will give it:\n${linkTo(facts)}`,
        ...why,
      ],
    }
  }
  if (decision === 'waitlisted') {
    return {
      subject: 'Your proposal is on the waiting list',
      paragraphs: [
        ...correction,
        `We would like to have “${title}” (${code}) at ${event.name}, but there is no place for it yet.`,
        `It is on the waiting list: we write to you when a place becomes free.\n${linkTo(facts)}`,
        ...why,
      ],
    }
  }
  return {
    subject: 'We could not accept your proposal',
    paragraphs: [
      ...correction,
      `Thank you for proposing “${title}” (${code}) to ${event.name}. This time we could not find a place for it.`,
      ...why,
      'There were more good proposals than places. We hope to read from you again.',
    ],
  }
}

/** A title must not break out of the subject's line. */
function oneLine(subject: string): string {
  return subject.replace(/\s+/g, ' ').trim()
}
