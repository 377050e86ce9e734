import { Badge } from '@/components/badge'
import { LinkButton } from '@/components/button'
import { Callout } from '@/components/callout'
import { SectionHead } from '@/components/page-header'
import { StateBadge } from '@/components/state-badge'
import { SubmitButton } from '@/components/submit-button'
import { Table } from '@/components/table'
import type { Decision, State } from '@/features/proposals/schema'
import { setApart } from '@/lib/text'
import { speakersOver } from '../rules/room'
import type { DecisionRoom, Places } from '../schema'
import styles from './decisions.module.css'

interface Props {
  items: { code: string; from: State; to: State }[]
  titles: Map<string, string>
  room: DecisionRoom
  would: Decision
  reason: string
  base: string
  decide: (form: FormData) => Promise<void>
}

/** What a decision would change: states, slots, and speakers over their limit. Nothing is decided yet. */
export function DecisionPreview({ items, titles, room, would, reason, base, decide }: Props) {
  const codes = new Set(items.map(({ code }) => code))
  const after = (one: DecisionRoom['proposals'][number]) => (codes.has(one.code) ? would === 'accepted' : one.isIn)
  const places = [
    ...room.formats.map((one) => ({ ...one, after: one.taken + changeOf(room, codes, would, 'formatId', one) })),
    ...room.tracks.map((one) => ({ ...one, after: one.taken + changeOf(room, codes, would, 'trackId', one) })),
  ].filter(({ after, taken, slots }) => after !== taken || (slots !== null && after > slots))
  const over = speakersOver(room, after)
  return (
    <section className="stack">
      <SectionHead title="What would change" aside={`${items.length} proposals`} />
      {over.length > 0 && (
        <Callout
          tone="caution"
          title={`${over.map(({ name }) => setApart(name)).join(', ')}: more than ${room.sessionsPerPerson} sessions.`}
        />
      )}
      {places.length > 0 && (
        <Table
          caption="Slots before and after"
          rows={places}
          rowKey={({ id }) => id}
          columns={[
            { key: 'name', label: 'Of', heads: true, cell: ({ name }) => name },
            { key: 'before', label: 'Accepted', numeric: true, cell: ({ taken }) => taken },
            { key: 'after', label: 'Would be', numeric: true, cell: ({ after }) => after },
            {
              key: 'slots',
              label: 'Slots',
              numeric: true,
              cell: ({ slots, after }) =>
                slots !== null && after > slots ? <Badge tone="negative">{slots}: too few</Badge> : (slots ?? '—'),
            },
          ]}
        />
      )}
      <Table
        caption="Proposals before and after"
        captionHidden
        rows={items}
        rowKey={({ code }) => code}
        columns={[
          {
            key: 'title',
            label: 'Title',
            heads: true,
            cell: ({ code }) => <a href={`${base}/proposals/${code}`}>{titles.get(code) ?? code}</a>,
          },
          { key: 'from', label: 'Is', cell: ({ from }) => <StateBadge state={from} /> },
          { key: 'to', label: 'Would be', cell: ({ to }) => <StateBadge state={to} /> },
        ]}
      />
      <form action={decide} className={styles.bar}>
        {items.map(({ code }) => (
          <input key={code} type="hidden" name="code" value={code} />
        ))}
        <input type="hidden" name="decision" value={would} />
        <input type="hidden" name="reason" value={reason} />
        <SubmitButton pendingLabel="Deciding …">Decide</SubmitButton>
        <LinkButton href={`${base}/decisions`}>Change nothing</LinkButton>
      </form>
    </section>
  )
}

function changeOf(
  { proposals }: DecisionRoom,
  codes: Set<string>,
  would: Decision,
  by: 'formatId' | 'trackId',
  { id }: Places,
): number {
  return proposals.reduce((sum, one) => {
    if (one[by] !== id || !codes.has(one.code)) return sum
    return sum + (would === 'accepted' ? 1 : 0) - (one.isIn ? 1 : 0)
  }, 0)
}
