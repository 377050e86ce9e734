interface InvitationFacts {
  title: string
  event: { name: string }
  to: { name: string }
  /** Opens the invitation: a secret. */
  link: string
  /** Who asks; null: the committee. */
  by: string | null
}

/** The mail with the link of an invitation: to speak too, or to take a proposal over. */
export function invitationMail(
  kind: 'co_speaker' | 'handover',
  { title, event, to, link, by }: InvitationFacts,
): { subject: string; text: string } {
  const named = title || 'a talk without a title yet'
  const who = by ?? `The committee of ${event.name}`
  const [subject, what] =
    kind === 'handover'
      ? ['A talk was proposed for you', `${who} has proposed “${named}” to ${event.name} for you to give.`]
      : [
          'You are invited to speak too',
          `${who} has proposed “${named}” to ${event.name} and named you as a co-speaker.`,
        ]
  const text = [
    `Hello ${to.name},`,
    what,
    kind === 'handover'
      ? `Take it over here, or say that it is not yours:\n${link}`
      : `Say here whether you will speak in it:\n${link}`,
    'Until you say yes your name appears in no programme. If you know nothing of this, say no there, or do nothing.',
  ].join('\n\n')
  return { subject: `${subject}: ${named}`.replace(/\s+/g, ' ').trim(), text: `${text}\n` }
}
