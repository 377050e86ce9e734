import { notFound } from 'next/navigation'
import { LinkButton } from '@/components/button'
import { KeyFigures } from '@/components/key-figures'
import { PageHeader, SectionHead } from '@/components/page-header'
import { gateEventPage } from '@/features/access/gate'
import { can } from '@/features/access/rules'
import { callWords, deskFigures, tasksFor } from '@/features/proposals/components/desk'
import { getDeskEvent } from '@/features/proposals/queries/desk'
import { AdminFrame } from '../../../_frame/admin-frame'

export const metadata = { title: 'Overview' }

type Props = { params: Promise<{ event: string }> }

export default async function EventDeskPage({ params }: Props) {
  const { event: slug } = await params
  const { actor, event } = await gateEventPage('/admin/events/[event]', slug, `/admin/events/${slug}`)
  const desk = await getDeskEvent(actor, event.id)
  if (!desk) notFound()
  const tasks = tasksFor(desk, actor)
  return (
    <AdminFrame actor={actor} event={event} here="/admin/events/[event]">
      <PageHeader
        look="plain"
        title={event.name}
        lede={callWords(desk)}
        actions={<LinkButton href={`/events/${slug}`}>Public page</LinkButton>}
      />
      {can(actor, 'list', 'proposals', { eventId: event.id }) && <KeyFigures figures={deskFigures(desk)} />}
      <section>
        <SectionHead title="What waits for you" />
        {tasks.length > 0 ? (
          <ul className="plain-list">
            {tasks.map(({ href, words }) => (
              <li key={href}>
                <a href={href}>{words}</a>
              </li>
            ))}
          </ul>
        ) : (
          <p className="muted">Nothing, for now.</p>
        )}
      </section>
    </AdminFrame>
  )
}
