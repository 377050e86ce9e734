import { EmptyState } from '@/components/empty-state'
import { Table } from '@/components/table'
import { formatMoment } from '@/lib/time-words'
import type { listEventMail } from '../queries'
import { MessageStateBadge } from './message-state'
import { MessageText } from './message-text'

type Message = Awaited<ReturnType<typeof listEventMail>>['messages'][number]

/** The mail of an event; with boxes where something of it can be sent. */
export function MessageTable(props: { messages: Message[]; timeZone: string; selectable: boolean; base: string }) {
  const { messages, timeZone, selectable, base } = props
  const select = {
    name: 'id',
    allLabel: 'Select all',
    label: ({ subject, to }: Message) => `Select “${subject}” to ${to}`,
  }
  return (
    <Table
      caption="Messages"
      captionHidden
      rows={messages}
      rowKey={({ id }) => id}
      {...(selectable ? { select } : {})}
      empty={
        <EmptyState title="No messages here">
          Announcing decisions and releasing the schedule write to speakers.
        </EmptyState>
      }
      columns={[
        {
          key: 'subject',
          label: 'Subject',
          heads: true,
          cell: ({ id, subject, text }) => (
            <details>
              <summary>{subject}</summary>
              <MessageText text={text} />
              <p>
                <a href={`${base}/${id}`}>Open this message</a>
              </p>
            </details>
          ),
        },
        { key: 'to', label: 'To', cell: ({ to }) => to },
        { key: 'state', label: 'State', cell: (message) => <StateOf {...message} /> },
        {
          key: 'when',
          label: 'When',
          cell: ({ sentAt, createdAt }) => formatMoment(sentAt ?? createdAt, timeZone, 'en'),
        },
      ]}
    />
  )
}

function StateOf({ state, attempts, lastError, uncertain, announces }: Message) {
  return (
    <>
      <MessageStateBadge state={state} />
      {announces && state === 'draft' && <p className="small muted">Sending it announces the place.</p>}
      {uncertain > 0 && <p className="small muted">May have arrived {uncertain + 1} times</p>}
      {lastError && (
        <p className="small muted">
          {attempts === 1 ? 'Tried once' : `Tried ${attempts} times`}: {lastError}
        </p>
      )}
    </>
  )
}
