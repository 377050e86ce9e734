import { Callout } from '@/components/callout'
import { PageHeader } from '@/components/page-header'
import { Pagination } from '@/components/pagination'
import { SubmitButton } from '@/components/submit-button'
import { TabLinks } from '@/components/tab-links'
import { gateEventPage } from '@/features/access/gate'
import { can } from '@/features/access/rules'
import { sendMail } from '@/features/mail/actions'
import { MessageTable } from '@/features/mail/components/message-table'
import { listEventMail } from '@/features/mail/queries'
import { canQueue, STATES } from '@/features/mail/rules'
import { AdminFrame } from '../../../../_frame/admin-frame'

export const metadata = { title: 'Mail' }

type Props = {
  params: Promise<{ event: string }>
  searchParams: Promise<{ state?: string; page?: string; queued?: string }>
}

export default async function MailPage({ params, searchParams }: Props) {
  const { event: slug } = await params
  const path = `/admin/events/${slug}/mail`
  const { actor, event } = await gateEventPage('/admin/events/[event]/mail', slug, path)
  const { state: wanted, page: number, queued } = await searchParams
  const state = STATES.find((state) => state === wanted) ?? null
  const page = Math.max(1, Math.trunc(Number(number)) || 1)
  const { count, messages, pages } = await listEventMail(event, state, page)
  const href = (of: string | null) => (of ? `${path}?state=${of}` : path)
  const maySend = can(actor, 'send', 'mail', { eventId: event.id }) && messages.some(({ state }) => canQueue(state))
  return (
    <AdminFrame actor={actor} event={event} here="/admin/events/[event]/mail">
      <PageHeader
        look="plain"
        title="Mail"
        lede="What this event has written, and what still waits for you to send it."
      />
      {queued !== undefined && (
        <Callout tone={queued === '0' ? 'caution' : 'positive'} role="status">
          {queued === '0' ? 'Nothing was sent: choose drafts or failed messages.' : `On their way: ${Number(queued)}.`}
        </Callout>
      )}
      <TabLinks
        label="Messages by state"
        links={[
          { href: path, label: 'All', current: state === null },
          { href: href('draft'), label: 'Drafts', count: count('draft'), current: state === 'draft' },
          { href: href('queued'), label: 'On their way', count: count('queued'), current: state === 'queued' },
          { href: href('sent'), label: 'Sent', count: count('sent'), current: state === 'sent' },
          { href: href('failed'), label: 'Failed', count: count('failed'), current: state === 'failed' },
        ]}
      />
      <form action={sendMail.bind(null, slug)} className="stack">
        <MessageTable messages={messages} timeZone={event.timeZone} selectable={maySend} />
        {maySend && (
          <div>
            <SubmitButton pendingLabel="Sending …">Send the selected</SubmitButton>
          </div>
        )}
      </form>
      <Pagination page={page} pages={pages} hrefOf={(n) => `${href(state)}${state ? '&' : '?'}page=${n}`} />
    </AdminFrame>
  )
}
