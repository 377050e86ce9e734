import { Badge } from '@/components/badge'
import { LinkButton } from '@/components/button'
import { EmptyState } from '@/components/empty-state'
import { Table } from '@/components/table'
import type { Queued } from '../queries/queue'

type Props = { items: Queued[]; next: number | null; base: string }

const STATES = {
  open: ['neutral', 'to do'],
  begun: ['caution', 'begun'],
  done: ['positive', 'done'],
  abstained: ['neutral', 'abstained'],
} as const

/** A reviewer's queue, in their own order. */
export function QueueTable({ items, next, base }: Props) {
  return (
    <>
      <Table
        caption="Your queue"
        captionHidden
        rows={items}
        rowKey={({ code }) => code}
        empty={
          <EmptyState title="There is nothing to review now">
            Proposals show up here as soon as they are submitted, until their decision is announced.
          </EmptyState>
        }
        columns={[
          {
            key: 'title',
            label: 'Title',
            heads: true,
            cell: ({ code, title }) => <a href={`${base}/${code}`}>{title}</a>,
          },
          { key: 'track', label: 'Track', cell: ({ track }) => track ?? '—' },
          { key: 'format', label: 'Format', cell: ({ format }) => format ?? '—' },
          { key: 'level', label: 'For whom', cell: ({ level }) => level ?? '—' },
          { key: 'assigned', label: 'Assigned', cell: ({ isAssigned }) => (isAssigned ? 'to you' : '—') },
          {
            key: 'state',
            label: 'Your review',
            cell: ({ state }) => <Badge tone={STATES[state][0]}>{STATES[state][1]}</Badge>,
          },
        ]}
      />
      {next !== null && <LinkButton href={`${base}?after=${next}`}>Further down the queue</LinkButton>}
    </>
  )
}
