import { notFound } from 'next/navigation'
import { Callout } from '@/components/callout'
import { Facts } from '@/components/facts'
import { PageHeader } from '@/components/page-header'
import { SubmitButton } from '@/components/submit-button'
import { gateEventPage } from '@/features/access/gate'
import { can } from '@/features/access/rules'
import { editDraft, putDraftsAside } from '@/features/mail/actions'
import { DraftForm } from '@/features/mail/components/draft-form'
import { MessageStateBadge } from '@/features/mail/components/message-state'
import { MessageText } from '@/features/mail/components/message-text'
import { getEventMail } from '@/features/mail/queries'
import { canQueue } from '@/features/mail/rules'
import { sendMail } from '@/features/proposals/actions/mail'
import { formatMoment } from '@/lib/time-words'
import { asUuid } from '@/lib/uuid'
import { AdminFrame } from '../../../../../_frame/admin-frame'

export const metadata = { title: 'Message' }

type Props = { params: Promise<{ event: string; id: string }>; searchParams: Promise<{ done?: string }> }

export default async function MessagePage({ params, searchParams }: Props) {
  const { event: slug, id } = await params
  const path = `/admin/events/${slug}/mail`
  const { actor, event } = await gateEventPage('/admin/events/[event]/mail/[id]', slug, `${path}/${id}`)
  const known = asUuid(id)
  const message = known && (await getEventMail(event, actor, known))
  if (!message) notFound()
  const { state, subject, text, version, lastError, uncertain, announces, answerBy, calendar } = message
  const { done } = await searchParams
  const maySend = can(actor, 'send', 'mail', { eventId: event.id })
  const moment = (at: Date) => formatMoment(at, event.timeZone, 'en')
  return (
    <AdminFrame actor={actor} event={event} here="/admin/events/[event]/mail">
      <PageHeader look="plain" title={subject} lede={`To ${message.to}`} />
      {done === 'saved' && <Callout tone="positive" role="status" title="Saved. It is still a draft." />}
      <Facts
        facts={[
          { term: 'State', says: <MessageStateBadge state={state} /> },
          { term: 'Written', says: moment(message.createdAt) },
          ...(message.sentAt ? [{ term: 'Sent', says: moment(message.sentAt) }] : []),
          ...(lastError ? [{ term: 'What the server said', says: lastError }] : []),
          ...(uncertain > 0
            ? [{ term: 'May have arrived', says: `${uncertain + 1} times, under one Message-ID` }]
            : []),
          ...(calendar ? [{ term: 'With it goes', says: 'session.ics' }] : []),
          ...(announces && state === 'draft'
            ? [
                {
                  term: 'Sending it',
                  says: `announces the place${answerBy ? `, answer until ${moment(answerBy)}` : ''}`,
                },
              ]
            : []),
        ]}
      />
      {state === 'draft' && maySend ? (
        <DraftForm action={editDraft.bind(null, slug, message.id)} draft={{ subject, text, version }} />
      ) : (
        <MessageText text={text} />
      )}
      {maySend && (canQueue(state) || state === 'discarded') && (
        <form action={sendMail.bind(null, slug)} className="cluster">
          <input type="hidden" name="id" value={message.id} />
          {canQueue(state) && (
            <SubmitButton pendingLabel="Sending …">
              {state === 'draft' ? 'Send as last saved' : 'Send again'}
            </SubmitButton>
          )}
          {(state === 'draft' || state === 'discarded') && (
            <SubmitButton
              variant="secondary"
              pendingLabel="Moving …"
              formAction={putDraftsAside.bind(null, slug)}
              {...(state === 'discarded' ? { name: 'to', value: 'draft' } : {})}
            >
              {state === 'draft' ? 'Discard' : 'Bring back as a draft'}
            </SubmitButton>
          )}
        </form>
      )}
    </AdminFrame>
  )
}
