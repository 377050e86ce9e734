import { Button } from '@/components/button'
import { Facts } from '@/components/facts'
import { PlainProse } from '@/components/plain-prose'
import { formatPlainDate } from '@/lib/time-words'

type Props = {
  application: {
    statement: string
    activities: string
    submittedAt: Date | null
    references: { name: string; confirmedAt: Date | null }[]
  }
  withdraw: () => Promise<void>
}

/** An application that is with the ambassador team, as its writer sees it. */
export function OwnApplication({ application: { statement, activities, submittedAt, references }, withdraw }: Props) {
  return (
    <div className="stack" style={{ '--gap': 'var(--space-8)' }}>
      <Facts
        facts={[
          ...(submittedAt
            ? [{ term: 'Handed in', says: formatPlainDate(submittedAt.toISOString().slice(0, 10), 'en') }]
            : []),
          {
            term: 'Where it stands',
            says: 'The ambassador team reads it and votes. You get a letter when it is decided.',
          },
          {
            term: 'References',
            says: references.map(({ name, confirmedAt }) => (
              <div key={name}>
                {name}: {confirmedAt ? 'has spoken for you' : 'has been written to'}
              </div>
            )),
          },
          { term: 'Why you', says: <PlainProse text={statement} /> },
          { term: 'What you have done', says: <PlainProse text={activities} /> },
        ]}
      />
      <form action={withdraw}>
        <Button type="submit" variant="danger">
          Withdraw the application
        </Button>
      </form>
    </div>
  )
}
