import { deliverOutbox } from '@/features/mail/commands/deliver'
import { announceDecisions } from '@/features/proposals/commands/decide'
import { db } from '@/lib/db'
import { setEnv } from '@/lib/env'
import { smtpPost } from '@/lib/smtp'
import { newCode } from '@/lib/tokens'
import { startMailServer } from '@/tests/e2e/smtp'
import { anOpenCall, aPerson } from '@/tests/factories'
import { entered } from '@/tests/proposals'
import type { Figure } from './figures'
import { withScratch } from './scratch'

const MAILS = 2_500

/** Announces 2,500 decisions in one act and delivers their mails to an SMTP server on this machine. */
export function benchMail(): Promise<Figure[]> {
  return withScratch(async () => {
    const server = await startMailServer()
    const post = smtpPost(server.url)
    setEnv({ SMTP_URL: server.url, MAIL_FROM: 'no-reply@example.org' })
    try {
      const { event, chair, codes } = await aDecidedEvent()
      const now = new Date()
      const preview = await timed(() => announceDecisions(chair, event, { codes, dryRun: true }, now))
      const announced = await timed(() => announceDecisions(chair, event, { codes, dryRun: false }, now))
      if (!announced.result.ok) throw new Error(announced.result.reason)
      const delivered = await timed(() => deliverOutbox(post, new AbortController().signal))
      const sent = await db.outboxMessage.count({ where: { state: 'sent', attempts: 1, uncertain: 0 } })
      const distinct = new Set(server.received.map(({ messageId }) => messageId)).size
      return [
        { what: `the dry run of ${MAILS} mails`, value: seconds(preview.ms) },
        { what: `announcing them, in one transaction`, value: seconds(announced.ms) },
        { what: 'delivering them to a local SMTP server', value: seconds(delivered.ms) },
        { what: 'mails a second', value: (MAILS / (delivered.ms / 1000)).toFixed(0) },
        {
          what: 'rows sent / letters received / Message-IDs',
          value: `${sent} / ${server.received.length} / ${distinct}`,
        },
      ]
    } finally {
      post.close()
      await server.close()
      setEnv({ SMTP_URL: '', MAIL_FROM: '' })
    }
  })
}

async function aDecidedEvent() {
  const call = await anOpenCall()
  const event = await entered(call.event)
  const chair = await aPerson({ roles: ['chair'], eventId: event.id })
  const at = new Date()
  const codes = new Set<string>()
  while (codes.size < MAILS) codes.add(newCode())
  const people = await db.person.createManyAndReturn({
    data: [...codes].map((_, n) => ({ name: `Speaker ${n}`, slug: `bench-${n}`, email: `bench-${n}@example.org` })),
    select: { id: true },
  })
  const format = call.event.formats[0]?.id ?? null
  const proposals = await db.proposal.createManyAndReturn({
    data: [...codes].map((code, n) => ({
      code,
      eventId: event.id,
      callId: call.id,
      formatId: format,
      title: `What we measured, part ${n}`,
      abstract: 'Measured, and told.',
      submittedAt: at,
      decision: (['accepted', 'rejected', 'waitlisted'] as const)[n % 3] ?? 'rejected',
      decidedAt: at,
    })),
    select: { id: true },
  })
  await db.proposalSpeaker.createMany({
    data: proposals.map(({ id }, n) => ({ proposalId: id, personId: people[n]?.id ?? '' })),
  })
  return { event, chair, codes: [...codes] }
}

async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; result: T }> {
  const begun = performance.now()
  const result = await work()
  return { ms: performance.now() - begun, result }
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`
