import { StateBadge } from '@/components/state-badge'
import { Table } from '@/components/table'
import { formatDate, formatMoment } from '@/lib/time-words'
import type { OwnListed } from '../queries/own'

type Props = { proposals: OwnListed[]; caption: string; hideEvent?: boolean }

/** A person's own proposals, each with what it waits for. */
export function OwnList({ proposals, caption, hideEvent = false }: Props) {
  const href = ({ code }: OwnListed) => `/me/proposals/${code}`
  return (
    <Table
      caption={caption}
      captionHidden
      rows={proposals}
      rowKey={({ code }) => code}
      columns={[
        {
          key: 'title',
          label: 'Title',
          heads: true,
          cell: (row) => <a href={href(row)}>{row.title || 'Without a title yet'}</a>,
        },
        ...(hideEvent ? [] : [{ key: 'event', label: 'Event', cell: (row: OwnListed) => row.event.name }]),
        { key: 'state', label: 'State', cell: ({ state }) => <StateBadge state={state} /> },
        { key: 'next', label: 'Next', cell: waitsFor },
      ]}
    />
  )
}

function waitsFor({ state, event, deadline, deadlineZone, isCallOpen, answerBy, updatedAt }: OwnListed): string {
  const zone = event.timeZone
  if (state === 'draft' && isCallOpen)
    return deadline ? `Submit before ${formatMoment(deadline, deadlineZone, 'en')}` : 'Submit when it is ready'
  if (state === 'draft') return 'The call is closed'
  if (state === 'accepted') return answerBy ? `Answer until ${formatDate(answerBy, zone, 'en')}` : 'Answer'
  if (state === 'submitted') return 'We write to you'
  return `Since ${formatDate(updatedAt, zone, 'en')}`
}
