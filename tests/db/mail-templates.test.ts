import { expect, test } from 'vitest'
import { bindRole } from '@/features/access/commands/bindings'
import { sweepAnswers } from '@/features/proposals/commands/confirmation'
import { submitProposal } from '@/features/proposals/commands/submit'
import { findClockGaps, saveTemplate } from '@/features/proposals/commands/templates'
import { db } from '@/lib/db'
import { anOpenCall, aPerson } from '../factories'
import { aDecidedProposal, aDraft, entered } from '../proposals'

const now = new Date()
const once = { dryRun: false, now }
const words = (kind: 'reminder' | 'co-speaker' | 'handover' | 'role', text: string, locale: 'en' | 'zh' = 'en') => ({
  ...{ kind, locale, text, version: 0 },
  subject: 'On {event}',
})

test('chairs see which mails the clock cannot write, before it tries and while it cannot', async () => {
  const { event, chair, code, call } = await aDecidedProposal()
  expect(await findClockGaps(chair, event, now)).toEqual([])
  const mail = words('reminder', 'Come to {track}.')
  expect(await saveTemplate(chair, event, mail, once)).toMatchObject({ ok: true })
  expect(await findClockGaps(chair, event, now)).toEqual([])
  await db.proposal.update({ where: { code }, data: { trackId: null } })
  const gaps = [{ code, names: ['track'] }]
  expect(await findClockGaps(chair, event, now)).toMatchObject([{ kind: 'reminder', gaps }])
  const { answerBy } = await db.proposal.findUniqueOrThrow({ where: { code } })
  const dayBefore = new Date((answerBy?.getTime() ?? 0) - 86_400_000)
  expect((await sweepAnswers(dayBefore)).find((swept) => swept.event === event.slug)).toMatchObject({ gaps })
  await db.conflict.create({
    data: { proposalId: (await db.proposal.findUniqueOrThrow({ where: { code } })).id, personId: chair.id, reason: '' },
  })
  expect(await findClockGaps(chair, event, now)).toEqual([])
  expect(call.event.slug).toBe(event.slug)
})

/** A proposal with a co-speaker who reads Chinese. */
async function anInvitation(own?: { text: string; locale: 'en' | 'zh' }) {
  const call = await anOpenCall()
  const [event, speaker, guest] = [
    await entered(call.event),
    await aPerson({ name: 'Ada' }),
    await aPerson({ name: '张伟' }),
  ]
  await db.person.update({ where: { id: guest.id }, data: { locale: 'zh' } })
  const chair = await aPerson({ roles: ['chair'], eventId: event.id })
  if (own) await saveTemplate(chair, event, words('co-speaker', own.text, own.locale), once)
  const speakers = [{ email: guest.email ?? '', name: '张伟' }]
  await submitProposal(speaker, event, { version: 0, draft: { ...aDraft, speakers } }, now)
  return db.outboxMessage.findFirstOrThrow({ where: { kind: 'proposal-co-speaker', eventId: event.id } })
}

test('a co-speaker is invited at once, in the language that they read', async () => {
  const mail = await anInvitation()
  expect(mail).toMatchObject({ state: 'queued', locale: 'zh', secret: true })
  expect(mail.subject).toContain('邀请您共同演讲')
  expect(mail.text).toContain('张伟，您好')
  expect(mail.text).toMatch(/\/invitations\/[\w-]{20,}/)
})

test('an event invites in its own words, of the reader’s language alone', async () => {
  expect((await anInvitation({ text: '{by}: {link}', locale: 'zh' })).text).toMatch(/^Ada: http/)
  expect((await anInvitation({ text: '{by}: {link}', locale: 'en' })).text).toContain('您好')
})

test('an invitation without its link, or with what it cannot know, is refused', async () => {
  const event = await entered((await anOpenCall()).event)
  const chair = await aPerson({ roles: ['chair'], eventId: event.id })
  const save = (kind: 'handover' | 'role', text: string) => saveTemplate(chair, event, words(kind, text), once)
  expect(await save('handover', 'Come!')).toMatchObject({ problems: [{ word: 'unlinked' }] })
  expect(await save('handover', '{answerBy} {link}')).toMatchObject({
    problems: [{ word: 'unknown', names: ['answerBy'] }],
  })
  expect(await save('role', '{title} {link}')).toMatchObject({ problems: [{ word: 'unknown', names: ['title'] }] })
  const shown = await saveTemplate(chair, event, words('role', '{name} is {role}: {link}'), { dryRun: true, now })
  expect(shown).toMatchObject({ ok: true, preview: { text: expect.stringContaining('is reviewer:') } })
})

test('a reviewer is told of their role in their language, and in the event’s own words', async () => {
  const event = await entered((await anOpenCall()).event)
  const admin = await aPerson({ roles: ['admin'] })
  const guest = await aPerson({ name: '张伟' })
  await db.person.update({ where: { id: guest.id }, data: { locale: 'zh' } })
  await bindRole(admin, event, { email: guest.email ?? '', role: 'reviewer' })
  expect(await db.outboxMessage.findFirstOrThrow({ where: { kind: 'role-given' } })).toMatchObject({
    locale: 'zh',
    subject: expect.stringContaining('评审'),
  })
  await saveTemplate(admin, event, words('role', 'Read for {event}: {link}'), once)
  await bindRole(admin, event, { email: 'new.reader@example.org', role: 'reviewer' })
  const mail = await db.outboxMessage.findFirstOrThrow({ where: { to: { contains: 'new.reader' } } })
  expect(mail.text).toMatch(/^Read for Event/)
})
