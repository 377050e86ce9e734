import { PageHeader } from '@/components/page-header'
import { Pagination } from '@/components/pagination'
import { SubmitButton } from '@/components/submit-button'
import { TabLinks } from '@/components/tab-links'
import { gateEventPage } from '@/features/access/gate'
import { can } from '@/features/access/rules'
import { putDraftsAside } from '@/features/mail/actions'
import { MailNotice } from '@/features/mail/components/mail-notice'
import { MessageTable } from '@/features/mail/components/message-table'
import { listEventMail } from '@/features/mail/queries'
import { canQueue, STATES } from '@/features/mail/rules'
import { sendMail } from '@/features/proposals/actions/mail'
import { REFUSALS } from '@/features/proposals/table'
import { AdminFrame } from '../../../../_frame/admin-frame'

export const metadata = { title: 'Mail' }

type Props = {
  params: Promise<{ event: string }>
  searchParams: Promise<Record<'state' | 'page' | 'queued' | 'moved' | 'problem' | 'codes', string | undefined>>
}

export default async function MailPage({ params, searchParams }: Props) {
  const { event: slug } = await params
  const path = `/admin/events/${slug}/mail`
  const { actor, event } = await gateEventPage('/admin/events/[event]/mail', slug, path)
  const { state: wanted, page: number, ...says } = await searchParams
  const state = STATES.find((state) => state === wanted) ?? null
  const page = Math.max(1, Math.trunc(Number(number)) || 1)
  const { count, messages, pages } = await listEventMail(event, actor, state, page)
  const href = (of: string | null) => (of ? `${path}?state=${of}` : path)
  const mayWrite = can(actor, 'send', 'mail', { eventId: event.id })
  const isAside = state === 'discarded'
  const maySend = mayWrite && !isAside && messages.some(({ state }) => canQueue(state))
  return (
    <AdminFrame actor={actor} event={event} here="/admin/events/[event]/mail">
      <PageHeader
        look="plain"
        title="Mail"
        lede="What this event has written, and what still waits for you to send it."
      />
      <MailNotice {...says} problem={Object.entries(REFUSALS).find(([word]) => word === says.problem)?.[1]} />
      {mayWrite && (
        <p>
          <a href={`${path}/templates`}>Write the templates</a>
        </p>
      )}
      <TabLinks
        label="Messages by state"
        links={[
          { href: path, label: 'All', current: state === null },
          { href: href('draft'), label: 'Drafts', count: count('draft'), current: state === 'draft' },
          {
            href: href('queued'),
            label: 'On their way',
            count: count('queued') + count('sending'),
            current: state === 'queued',
          },
          { href: href('sent'), label: 'Sent', count: count('sent'), current: state === 'sent' },
          { href: href('failed'), label: 'Failed', count: count('failed'), current: state === 'failed' },
          { href: href('bounced'), label: 'Bounced', count: count('bounced'), current: state === 'bounced' },
          { href: href('discarded'), label: 'Discarded', count: count('discarded'), current: isAside },
        ]}
      />
      <form action={sendMail.bind(null, slug)} className="stack">
        <MessageTable
          messages={messages}
          timeZone={event.timeZone}
          selectable={maySend || (mayWrite && isAside)}
          base={path}
        />
        {(maySend || (mayWrite && isAside)) && (
          <div className="cluster">
            {!isAside && <SubmitButton pendingLabel="Sending …">Send the selected</SubmitButton>}
            <SubmitButton
              variant="secondary"
              pendingLabel="Moving …"
              formAction={putDraftsAside.bind(null, slug)}
              {...(isAside ? { name: 'to', value: 'draft' } : {})}
            >
              {isAside ? 'Bring back as drafts' : 'Discard the selected drafts'}
            </SubmitButton>
          </div>
        )}
      </form>
      <Pagination page={page} pages={pages} hrefOf={(n) => `${href(state)}${state ? '&' : '?'}page=${n}`} />
    </AdminFrame>
  )
}
