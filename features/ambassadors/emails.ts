import { formatPlainDate } from '@/lib/time-words'

interface Mail {
  subject: string
  text: string
}

const letter = (name: string, paragraphs: string[], from: string) =>
  `${[`Hello ${name},`, ...paragraphs, from].join('\n\n')}\n`

export function receiptMail(facts: { name: string; foundation: string; url: string }): Mail {
  return {
    subject: 'Your application as an ambassador',
    text: letter(
      facts.name,
      [
        `Thank you for applying to be an ambassador of ${facts.foundation}. Those whom you named as references have been written to; the ambassador team reads your application and votes on it.`,
        `Where it stands, and how to withdraw it:\n${facts.url}`,
      ],
      facts.foundation,
    ),
  }
}

export function referenceMail(facts: { name: string; applicant: string; foundation: string; url: string }): Mail {
  return {
    subject: `${facts.applicant} names you as a reference`,
    text: letter(
      facts.name,
      [
        `${facts.applicant} has applied to be an ambassador of ${facts.foundation} and names you as somebody who can speak for them.`,
        `If you do, open this page and press its button; a few words are welcome:\n${facts.url}`,
        'If you do not know them, or would rather not, do nothing. We do not write again.',
      ],
      facts.foundation,
    ),
  }
}

export function decisionMail(facts: {
  name: string
  accepted: boolean
  letter: string
  foundation: string
  url: string
}): Mail {
  const where = facts.accepted ? `Your profile, which the directory shows:\n${facts.url}` : null
  return {
    subject: facts.accepted ? `You are an ambassador of ${facts.foundation}` : 'Your application as an ambassador',
    text: letter(facts.name, [facts.letter, ...(where ? [where] : [])], facts.foundation),
  }
}

export function appointmentMail(facts: {
  name: string
  startsOn: string
  endsOn: string
  letter: string
  foundation: string
  url: string
}): Mail {
  const [from, to] = [formatPlainDate(facts.startsOn, 'en'), formatPlainDate(facts.endsOn, 'en')]
  return {
    subject: `You are an ambassador of ${facts.foundation}`,
    text: letter(
      facts.name,
      [facts.letter, `Your term begins on ${from} and ends on ${to}. Where you stand:\n${facts.url}`],
      facts.foundation,
    ),
  }
}

export function endMail(facts: { name: string; lastDay: string; letter: string; foundation: string }): Mail {
  const day = formatPlainDate(facts.lastDay, 'en')
  return {
    subject: `Your term as an ambassador ends on ${day}`,
    text: letter(
      facts.name,
      [facts.letter, `The last day of your term as an ambassador is ${day}. Your page stays.`],
      facts.foundation,
    ),
  }
}

export function restoredMail(facts: { name: string; endsOn: string; foundation: string; url: string }): Mail {
  const day = formatPlainDate(facts.endsOn, 'en')
  return {
    subject: 'Your term as an ambassador goes on',
    text: letter(
      facts.name,
      [`Your term as an ambassador was ended early, and that has been undone: it ends on ${day}.\n${facts.url}`],
      facts.foundation,
    ),
  }
}

export function renewalMail(facts: { name: string; endsOn: string; foundation: string; url: string }): Mail {
  const day = formatPlainDate(facts.endsOn, 'en')
  return {
    subject: `Your term as an ambassador ends on ${day}`,
    text: letter(
      facts.name,
      [
        `Your term as an ambassador of ${facts.foundation} ends on ${day}. If you want to go on for two more years, renew it here:\n${facts.url}`,
        'If you do nothing you become an ambassador emeritus on the day after, with our thanks. Your page stays.',
      ],
      facts.foundation,
    ),
  }
}
