import { Badge } from '@/components/badge'
import { EmptyState } from '@/components/empty-state'
import { Table } from '@/components/table'
import { countryName } from '@/lib/countries'
import { formatPlainDate } from '@/lib/time-words'
import type { StaffAmbassador } from '../queries/staff'
import { daysBetween, isCurrent, RENEWAL_DAYS, standingOf, termsUpTo } from '../rules'

type Props = { ambassadors: StaffAmbassador[]; today: string }

/** Who is and was an ambassador; current terms that end soonest first. */
export function AmbassadorTable({ ambassadors, today }: Props) {
  const endOf = ({ terms }: StaffAmbassador) =>
    terms
      .flatMap(({ endsOn, isPast }) => (isPast ? [] : (endsOn ?? [])))
      .sort()
      .at(-1) ?? ''
  const rank = (row: StaffAmbassador) => (standingOf(row.terms, today) === 'current' ? '0' : '1') + endOf(row)
  const rows = [...ambassadors].sort((a, b) => (rank(a) < rank(b) ? -1 : 1))
  return (
    <Table
      caption="Terms"
      captionHidden
      rows={rows}
      rowKey={({ slug }) => slug}
      empty={<EmptyState title="There is no ambassador yet">Whoever is accepted shows up here.</EmptyState>}
      columns={[
        {
          key: 'name',
          label: 'Name',
          heads: true,
          cell: ({ slug, name }) => <a href={`/admin/people/${slug}`}>{name}</a>,
        },
        { key: 'country', label: 'Country', cell: ({ country }) => country && countryName(country, 'en') },
        {
          key: 'term',
          label: 'Last day',
          cell: (row) => (endOf(row) ? formatPlainDate(endOf(row), 'en') : 'Not known'),
        },
        { key: 'state', label: 'State', cell: ({ terms }) => <Standing terms={terms} today={today} /> },
      ]}
    />
  )
}

function Standing({ terms, today }: { terms: StaffAmbassador['terms']; today: string }) {
  if (standingOf(terms, today) !== 'current') return <Badge>Emeritus</Badge>
  const current = terms.find((term) => isCurrent(term, today))
  if (termsUpTo(terms, today).length < terms.length) return <Badge tone="positive">Renewed</Badge>
  const days = current?.endsOn ? daysBetween(today, current.endsOn) : Number.POSITIVE_INFINITY
  return days <= RENEWAL_DAYS ? (
    <Badge tone="caution">Ends in {days} days</Badge>
  ) : (
    <Badge tone="positive">Current</Badge>
  )
}
