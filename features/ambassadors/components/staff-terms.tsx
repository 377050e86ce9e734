import { LinkButton } from '@/components/button'
import { SectionHead } from '@/components/page-header'
import { Table } from '@/components/table'
import { formatPlainDate } from '@/lib/time-words'
import type { OwnTerm } from '../queries/terms'
import { isCurrent } from '../rules'

type Props = { terms: OwnTerm[]; slug: string; today: string; canChange: boolean }

/** The terms of a person, with the ways to their change. */
export function StaffTerms({ terms, slug, today, canChange }: Props) {
  if (terms.length === 0 && !canChange) return null
  const day = (date: string | null) => (date ? formatPlainDate(date, 'en') : 'Not known')
  return (
    <section className="stack" style={{ '--gap': 'var(--space-4)' }}>
      <SectionHead title="Terms as an ambassador" />
      {terms.length > 0 && (
        <Table
          caption="Terms as an ambassador"
          captionHidden
          rows={terms}
          rowKey={({ id }) => id}
          columns={[
            { key: 'from', label: 'First day', heads: true, cell: ({ startsOn }) => day(startsOn) },
            { key: 'to', label: 'Last day', cell: ({ endsOn }) => day(endsOn) },
            { key: 'state', label: 'State', cell: (term) => stateOf(term, today) },
            ...(canChange
              ? [
                  {
                    key: 'change',
                    label: 'Change',
                    cell: ({ id }: OwnTerm) => <a href={`/admin/ambassadors/terms/${id}`}>Correct or end</a>,
                  },
                ]
              : []),
          ]}
        />
      )}
      {canChange && (
        <div>
          <LinkButton href={`/admin/ambassadors/appoint?person=${slug}`} size="small">
            {terms.length > 0 ? 'Add a term' : 'Appoint as an ambassador'}
          </LinkButton>
        </div>
      )}
    </section>
  )
}

function stateOf(term: OwnTerm, today: string): string {
  if (isCurrent(term, today)) return 'Now'
  if (term.startsOn !== null && term.startsOn > today) return 'To come'
  return term.cutShort === null ? 'Over' : 'Ended early'
}
