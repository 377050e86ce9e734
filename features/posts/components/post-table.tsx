import { EmptyState } from '@/components/empty-state'
import { type Column, Table } from '@/components/table'
import { formatMoment } from '@/lib/time-words'
import type { PostLine } from '../queries/views'
import { PostBadge } from './post-badge'

interface Props {
  posts: PostLine[]
  base: string
  timeZone: string
  /** Names the guest: for editors. */
  withGuest?: boolean
}

export function PostTable({ posts, base, timeZone, withGuest = false }: Props) {
  const columns: Column<PostLine>[] = [
    {
      key: 'title',
      label: 'Title',
      heads: true,
      width: '45%',
      cell: ({ id, title }) => <a href={`${base}/${id}`}>{title || 'Without a title yet'}</a>,
    },
    ...(withGuest ? [{ key: 'guest', label: 'Guest', cell: ({ author }: PostLine) => author.name }] : []),
    { key: 'state', label: 'State', cell: ({ state, isOut }) => <PostBadge state={state} isOut={isOut} /> },
    {
      key: 'quotes',
      label: 'Quotes',
      numeric: true,
      cell: ({ quotes }) =>
        quotes.length > 0 ? `${quotes.filter((answer) => answer === 'approved').length} of ${quotes.length}` : '—',
    },
    {
      key: 'updated',
      label: 'Last change',
      cell: ({ updatedAt }) => (
        <time dateTime={updatedAt.toISOString()}>{formatMoment(updatedAt, timeZone, 'en')}</time>
      ),
    },
  ]
  return (
    <Table
      caption="Guest posts"
      captionHidden
      columns={columns}
      rows={posts}
      rowKey={({ id }) => id}
      empty={
        <EmptyState title="No guest post yet">
          {withGuest
            ? 'Invite somebody below: they write in the browser, and you read it here.'
            : 'An editor invites guests to write. What you are invited to write shows up here.'}
        </EmptyState>
      }
    />
  )
}
