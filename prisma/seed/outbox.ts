import type { Conference } from './conferences'
import type { Context } from './context'
import { addDays, isoDay } from './days'
import type { Proposal } from './proposal'

/** Mail that waits for the committee to send it, and a little that went out. */
export function addMail(context: Context, conference: Conference, proposals: Proposal[]): void {
  const { rows, id, today } = context
  for (const proposal of proposals) {
    for (const { key, kind, to, subject, text, state } of lettersOf(context, conference, proposal)) {
      const at = addDays(today, -2)
      rows.outboxMessage.push({
        id: id('mail', key),
        kind,
        dedupeKey: key,
        to,
        eventId: conference.id,
        subject,
        text: `${text}\n`,
        secret: false,
        proposalId: proposal.id,
        state,
        attempts: state === 'sent' ? 1 : 0,
        createdAt: at,
        dueAt: at,
        sentAt: state === 'sent' ? at : null,
      })
    }
  }
}

interface Letter {
  /** The keys that the commands give, so that nothing is told twice. */
  key: string
  kind: string
  to: string
  subject: string
  text: string
  state: 'draft' | 'sent'
}

function lettersOf({ today, url }: Context, { name }: Conference, proposal: Proposal): Letter[] {
  const { code, title, fate } = proposal
  const [speaker] = proposal.speakers
  if (!speaker) return []
  const letter = (to: { name: string }, ...paragraphs: string[]) =>
    [`Hello ${to.name},`, ...paragraphs, `The programme committee of ${name}`].join('\n\n')
  const link = `${url}/me/proposals/${code}`
  if (fate === 'told-accepted') {
    const until = `Please tell us by ${isoDay(addDays(today, 6))} whether you will give “${title}” (${code}):`
    const text = letter(speaker, `${until}\n${link}`)
    const subject = `Will you come to ${name}?`
    const reminder = { key: `${code} reminder`, kind: 'proposal-reminder', to: speaker.email, subject, text }
    return [{ ...reminder, state: 'draft' }]
  }
  if (fate === 'confirmed') {
    const text = letter(speaker, `“${title}” (${code}) has its place at ${name}. We look forward to it.\n${link}`)
    const subject = `Thank you for confirming: ${title}`
    const key = `${code} confirm ${speaker.id}`
    return [{ key, kind: 'proposal-confirmed', to: speaker.email, subject, text, state: 'sent' }]
  }
  return []
}
