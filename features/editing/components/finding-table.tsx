import { Badge } from '@/components/badge'
import { Callout } from '@/components/callout'
import { type Column, Table } from '@/components/table'
import type { DeskPage } from '../queries/text'
import { RULE_WORDS, WEIGHT_WORDS } from './words'

type Found = DeskPage['found'][number]

/** What the checklist has found, each with its reason and its place. */
export function FindingTable({ found, file }: Pick<DeskPage, 'found' | 'file'>) {
  const columns: Column<Found>[] = [
    { key: 'reason', label: 'What and why', heads: true, width: '52%', cell: ({ reason }) => reason },
    { key: 'rule', label: 'About', cell: ({ rule }) => RULE_WORDS[rule] },
    {
      key: 'weight',
      label: 'Weight',
      cell: ({ weight }) => <Badge tone={WEIGHT_WORDS[weight][0]}>{WEIGHT_WORDS[weight][1]}</Badge>,
    },
    { key: 'place', label: 'Where', cell: (finding) => <code>{placeOf(finding, file)}</code> },
  ]
  return (
    <Table
      caption="Checklist"
      captionHidden
      columns={columns}
      rows={found}
      rowKey={({ rule, reason }) => `${rule} ${reason}`}
      empty={
        <Callout tone="positive">
          Links, words of pictures, names, dates, lengths and translations are in order.
        </Callout>
      }
    />
  )
}

function placeOf({ line, place }: Found, file: string): string {
  const name = 'field' in place ? place.field : place.words
  return line === null ? name : `${file.split('/').at(-1)}:${line} ${name}`
}
