import { LinkButton } from '@/components/button'
import { Callout } from '@/components/callout'
import { EmptyState } from '@/components/empty-state'
import { PageHeader, SectionHead } from '@/components/page-header'
import { Table } from '@/components/table'
import { gateEventPage } from '@/features/access/gate'
import { listCallSettings } from '@/features/calls/queries/settings'
import { callName } from '@/features/calls/schema/call'
import { ZONES } from '@/features/calls/schema/call-form'
import { saveChoices, saveEvent } from '@/features/events/actions'
import { ChoicesForm } from '@/features/events/components/choices-form'
import { EventForm } from '@/features/events/components/event-form'
import { eventValues } from '@/features/events/components/event-values'
import { getEventSettings, listPossibleParents } from '@/features/events/queries/settings'
import { formatMoment } from '@/lib/time-words'
import { AdminFrame } from '../../../../_frame/admin-frame'

export const metadata = { title: 'Settings' }

type Props = { params: Promise<{ event: string }>; searchParams: Promise<{ done?: string }> }

const DONE: Record<string, string> = {
  created: 'The event is made. Give it formats and a call.',
  saved: 'The event is saved.',
  'call-removed': 'The call is removed.',
  formats: 'The formats are saved.',
  tracks: 'The tracks are saved.',
  levels: 'The levels are saved.',
  rooms: 'The rooms are saved.',
  tags: 'The tags are saved.',
}

export default async function SettingsPage({ params, searchParams }: Props) {
  const { event: slug } = await params
  const base = `/admin/events/${slug}/settings`
  const { actor, event } = await gateEventPage('/admin/events/[event]/settings', slug, base)
  const [settings, calls, parents] = await Promise.all([
    getEventSettings(event),
    listCallSettings(event),
    listPossibleParents(slug),
  ])
  const { version, formats, tracks, levels, rooms, tags, _count } = settings
  const done = DONE[(await searchParams).done ?? '']
  const lists = [
    { kind: 'format', title: 'Formats', word: 'format', rows: formats },
    { kind: 'track', title: 'Tracks', word: 'track', rows: tracks },
    { kind: 'level', title: 'For whom', word: 'level', rows: levels },
    { kind: 'tag', title: 'Tags', word: 'tag', rows: tags },
    { kind: 'room', title: 'Rooms', word: 'room', rows: rooms },
  ] as const
  return (
    <AdminFrame actor={actor} event={event} here="/admin/events/[event]/settings">
      <PageHeader look="plain" title="Settings" lede={`What ${event.name} is, asks for and offers.`} />
      {done && <Callout tone="positive" role="status" title={done} />}
      <section id="calls">
        <SectionHead title="Calls for proposals" aside={<a href={`${base}/calls/new`}>Another call</a>} />
        <Table
          caption="Calls for proposals"
          captionHidden
          rows={calls}
          rowKey={({ kind }) => kind}
          empty={<EmptyState title="No call yet">Without a call nobody can propose.</EmptyState>}
          columns={[
            {
              key: 'name',
              label: 'Call',
              heads: true,
              cell: (call) => <a href={`${base}/calls/${call.kind}`}>{callName(call)}</a>,
            },
            {
              key: 'opens',
              label: 'Opens',
              cell: ({ opensAt, timeZone }) =>
                opensAt ? formatMoment(opensAt, timeZone ?? event.timeZone, 'en') : 'At once',
            },
            {
              key: 'closes',
              label: 'Closes',
              cell: ({ closesAt, timeZone }) =>
                closesAt ? formatMoment(closesAt, timeZone ?? event.timeZone, 'en') : 'Never',
            },
            { key: 'invited', label: 'For whom', cell: ({ byInvitation }) => (byInvitation ? 'By invitation' : 'All') },
            { key: 'proposals', label: 'Proposals', numeric: true, cell: ({ _count }) => _count.proposals },
          ]}
        />
        <p>
          <LinkButton href={`${base}/form`}>{`The form: ${_count.questions} questions`}</LinkButton>
        </p>
      </section>
      <section id="event">
        <SectionHead title="The event" />
        <EventForm
          key={version}
          action={saveEvent.bind(null, slug)}
          values={eventValues(settings)}
          version={version}
          parents={parents}
          zones={ZONES}
        />
      </section>
      {lists.map(({ kind, title, word, rows }) => (
        <section key={kind} id={`${kind}s`}>
          <SectionHead title={title} aside={rows.length} />
          <ChoicesForm
            key={version}
            action={saveChoices.bind(null, slug, kind)}
            kind={kind}
            word={word}
            rows={[...rows]}
            version={version}
          />
        </section>
      ))}
    </AdminFrame>
  )
}
