import { expect, test } from 'vitest'
import { type MailFacts, type MailKind, proposalMail } from './emails'
import { invitationMail } from './emails/invitation'
import { DECISIONS } from './schema'

const facts: MailFacts = {
  code: 'ABC234',
  title: 'Retries considered',
  event: { slug: 'meshcon-2027', name: 'MeshCon 2027', timeZone: 'Europe/Berlin' },
  appUrl: 'https://lectern.example.org',
  to: { name: 'Ada Speaker' },
}
const KINDS: MailKind[] = ['received', 'withdrawn', 'decision', 'confirmed', 'declined', 'cancelled']

test.each(KINDS)('the mail “%s” names its reader, the talk and the event, and leaves no hole', (kind) => {
  for (const decision of DECISIONS) {
    const { subject, text } = proposalMail(kind, { ...facts, decision })
    expect(subject).toContain('Retries considered')
    for (const word of ['Ada Speaker', 'Retries considered', 'MeshCon 2027']) expect(text).toContain(word)
    expect(text).not.toMatch(/undefined|null|\n\n\n|\[object/)
  }
})

test('an acceptance says until when to answer and where, with the reason where there is one', () => {
  const answerBy = new Date('2027-03-16T22:59:59Z')
  const { subject, text } = proposalMail('decision', {
    ...facts,
    decision: 'accepted',
    answerBy,
    reason: 'Bring graphs.',
  })
  expect(subject).toBe('Your proposal is accepted: Retries considered')
  expect(text).toContain('until Tuesday, 16 March 2027')
  expect(text).toContain('https://lectern.example.org/me/proposals/ABC234')
  expect(text).toContain('Bring graphs.')
})

test('a correction says that it is one', () => {
  expect(proposalMail('decision', { ...facts, decision: 'accepted', isCorrection: true }).text).toMatch(/corrects/)
  expect(proposalMail('decision', { ...facts, decision: 'accepted' }).text).not.toMatch(/corrects/)
})

test('a title cannot add a line to the head of a mail', () => {
  const title = 'Innocent\r\nBcc: everybody@example.org'
  for (const kind of KINDS)
    expect(proposalMail(kind, { ...facts, title, decision: 'accepted' }).subject).not.toMatch(/[\r\n]/)
  expect(invitationMail('co_speaker', { ...facts, title, link: '', by: 'Grace' }).subject).not.toMatch(/[\r\n]/)
})
