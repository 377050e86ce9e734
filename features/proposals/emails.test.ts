import { expect, test } from 'vitest'
import { renderTemplate, templateProblems } from '@/features/mail/rules/template'
import { defaultTemplate, type MailFacts, plainMail, proposalMail, templateKey, templateOf } from './emails'
import { invitationMail } from './emails/invitation'
import { MAIL_KINDS, PLACEHOLDERS, TEMPLATE_KINDS } from './emails/kinds'
import { DECISIONS } from './schema'

const facts: MailFacts = {
  code: 'ABC234',
  title: 'Retries considered',
  event: { slug: 'meshcon-2027', name: 'MeshCon 2027', timeZone: 'Europe/Berlin' },
  appUrl: 'https://lectern.example.org',
  to: { name: 'Ada Speaker', locale: 'en' },
  answerBy: new Date('2027-03-16T22:59:59Z'),
}
const LOCALES = ['en', 'zh'] as const

test.each(MAIL_KINDS)('the mail “%s” names its reader, the talk and the event, and leaves no hole', (kind) => {
  for (const locale of LOCALES)
    for (const decision of DECISIONS) {
      const { subject, text } = plainMail(kind, { ...facts, decision, to: { ...facts.to, locale } })
      expect(subject).toContain('Retries considered')
      for (const word of ['Ada Speaker', 'Retries considered', 'MeshCon 2027']) expect(text).toContain(word)
      expect(text).not.toMatch(/undefined|null|\n\n\n|\[object|[{}]/)
    }
})

test('the house’s own templates name only what there is, and close what they open', () => {
  for (const kind of TEMPLATE_KINDS)
    for (const locale of LOCALES)
      expect(templateProblems(defaultTemplate(kind, locale), Object.keys(PLACEHOLDERS))).toEqual([])
})

test('an acceptance says until when to answer and where, with the reason where there is one', () => {
  const { subject, text } = plainMail('decision', { ...facts, decision: 'accepted', reason: 'Bring graphs.' })
  expect(subject).toBe('Your proposal is accepted: Retries considered')
  expect(text).toContain('until Tuesday, 16 March 2027')
  expect(text).toContain('https://lectern.example.org/me/proposals/ABC234')
  expect(text).toContain('Bring graphs.')
})

test('it is in its reader’s language, the date too', () => {
  const { subject, text } = plainMail('decision', {
    ...facts,
    decision: 'accepted',
    to: { name: '张伟', locale: 'zh' },
  })
  expect(subject).toBe('您的提案已被接受：Retries considered')
  expect(text).toContain('2027年3月16日')
})

test('a correction says that it is one, and what is now so', () => {
  const { text } = plainMail('correction', { ...facts, decision: 'rejected', answerBy: null })
  expect(text).toMatch(/This corrects what we wrote to you before/)
  expect(text).toContain('We cannot find a place for it.')
  expect(text).not.toMatch(/It is accepted|waiting list|until/)
})

test('a title cannot add a line to the head of a mail, nor a placeholder to its text', () => {
  const title = 'Innocent {reason} {#accepted}\r\nBcc: everybody@example.org'
  for (const kind of MAIL_KINDS) {
    const { subject, text } = plainMail(kind, { ...facts, title, decision: 'accepted' })
    expect(subject).not.toMatch(/[\r\n]/)
    expect(text).toContain('{reason} {#accepted}')
  }
  expect(invitationMail('co-speaker', { ...facts, title, link: 'x', by: 'Grace' }).subject).not.toMatch(/[\r\n]/)
})

test('an event’s own template is taken, and a placeholder that would be empty is named instead of sent', () => {
  const words = { subject: 'In {track}: {title}', text: 'Dear {name}, room {place}.{#reason} {reason}{/reason}' }
  const templates = new Map([[templateKey(templateOf('decision', 'accepted'), 'en'), words]])
  const refused = proposalMail('decision', { ...facts, decision: 'accepted' }, templates)
  expect(refused).toEqual({ ok: false, empty: ['track', 'place'] })
  const slot = { startsAt: new Date('2027-05-01T08:00:00Z'), room: 'Hall' }
  const written = proposalMail('decision', { ...facts, decision: 'accepted', track: 'Operations', slot }, templates)
  expect(written).toEqual({
    ok: true,
    subject: 'In Operations: Retries considered',
    text: 'Dear Ada Speaker, room Hall.\n',
  })
})

test('what a template cannot be is said by name', () => {
  const problems = (subject: string, text: string) => templateProblems({ subject, text }, ['name', 'reason'])
  expect(problems(' ', 'x')).toEqual([{ field: 'subject', word: 'missing', names: [] }])
  expect(problems('x', '{nmae} {name} {nmae}')).toEqual([{ field: 'text', word: 'unknown', names: ['nmae'] }])
  for (const text of ['{#reason}x', 'x{/reason}', '{#reason}{#name}x{/name}{/reason}', '{#name}x{/reason}'])
    expect(problems('x', text)).toEqual([{ field: 'text', word: 'unbalanced', names: [expect.any(String)] }])
  expect(renderTemplate({ subject: 'x', text: 'JSON {"a": 1} stays {}' }, {})).toMatchObject({ ok: true })
})
