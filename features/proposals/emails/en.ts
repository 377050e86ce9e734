import { ROLE_WORDS } from '@/features/access/formats/role-words'
import type { Template } from '@/features/mail/rules/template'
import type { TemplateKind } from './kinds'

const SIGNED = 'The programme committee of {event}'
const mail = (subject: string, ...paragraphs: string[]): Template => ({
  subject: `${subject}: {title}`,
  text: ['Hello {name},', ...paragraphs, SIGNED].join('\n\n'),
})
const WHY = '{#reason}From the committee:\n{reason}{/reason}'
const ASKED = 'Please tell us{#answerBy} until {answerBy}{/answerBy} whether you will give it:\n{link}'
const SLOT = '{#starts}It is planned for {starts}, {place}.{/starts}'

const HELLO = 'Hello{#name} {name}{/name},'
const UNTIL_YES =
  'Until you say yes your name appears in no programme. If you know nothing of this, say no there, or do nothing.'

/** The words of every mail about a proposal, as long as an event has none of its own. */
export const ENGLISH: Record<TemplateKind, Template> = {
  received: mail(
    'We have your proposal',
    'Thank you for proposing “{title}” to {event}. We have it, under the code {code}.',
    'You can read it, change it while the call is open, and see where it stands here:\n{link}',
    'The committee reads every proposal after the call has closed. We write to you as soon as there is a decision.',
  ),
  withdrawn: mail(
    'You have withdrawn your proposal',
    '“{title}” ({code}) is withdrawn from {event} and will not be read any further.',
    'While the call is open you can submit it again:\n{link}',
  ),
  accepted: mail(
    'Your proposal is accepted',
    '“{title}” ({code}) is accepted for {event}. Congratulations!',
    ASKED,
    SLOT,
    WHY,
  ),
  waitlisted: mail(
    'Your proposal is on the waiting list',
    'We would like to have “{title}” ({code}) at {event}, but there is no place for it yet.',
    'It is on the waiting list: we write to you when a place becomes free.\n{link}',
    WHY,
  ),
  rejected: mail(
    'We could not accept your proposal',
    'Thank you for proposing “{title}” ({code}) to {event}. This time we could not find a place for it.',
    WHY,
    'There were more good proposals than places. We hope to read from you again.',
  ),
  correction: mail(
    'A correction to our decision',
    'This corrects what we wrote to you before about “{title}” ({code}) at {event}. We are sorry for the confusion.',
    '{#accepted}It is accepted.{/accepted}{#waitlisted}It is on the waiting list: there is no place for it yet.{/waitlisted}{#rejected}We cannot find a place for it.{/rejected}',
    `{#answerBy}Please tell us until {answerBy} whether you will give it.{/answerBy}`,
    WHY,
    'Where it stands now:\n{link}',
  ),
  promotion: mail(
    'A place for your proposal',
    'A place has become free at {event}, and we would like to give it to “{title}” ({code}), which was on the waiting list.',
    ASKED,
    WHY,
  ),
  confirmed: mail(
    'Thank you for confirming',
    '“{title}” ({code}) has its place at {event}. We are looking forward to it.',
    SLOT,
    'Should you not be able to come after all, tell us here:\n{link}',
  ),
  declined: mail(
    'You have declined',
    '“{title}” ({code}) will not be given at {event}. Thank you for telling us in time.',
    'If this was a mistake, write to the committee soon.\n{link}',
  ),
  cancelled: mail('The session is cancelled', '“{title}” ({code}) will not take place at {event}.', '{link}'),
  reminder: mail(
    'Will you give your talk?',
    '“{title}” ({code}) is accepted for {event}, and we do not know yet whether you will come.',
    'Please tell us until {answerBy}:\n{link}',
  ),
  lapsed: mail(
    'We have not heard from you',
    'We had asked for your answer to “{title}” ({code}) until {answerBy}. As none came, {event} gives the place to somebody else.',
    'If our mail did not reach you, write to the committee soon.\n{link}',
  ),
  'co-speaker': {
    subject: 'You are invited to speak too: {title}',
    text: [
      HELLO,
      '{by} has proposed “{title}” to {event} and named you as a co-speaker.',
      'Say here whether you will speak in it:\n{link}',
      UNTIL_YES,
    ].join('\n\n'),
  },
  handover: {
    subject: 'A talk was proposed for you: {title}',
    text: [
      HELLO,
      '{by} has proposed “{title}” to {event} for you to give.',
      'Take it over here, or say that it is not yours:\n{link}',
      UNTIL_YES,
    ].join('\n\n'),
  },
  role: ROLE_WORDS.en,
}
