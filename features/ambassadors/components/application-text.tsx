import { Facts } from '@/components/facts'
import { PlainProse } from '@/components/plain-prose'
import { formatPlainDate } from '@/lib/time-words'
import type { ApplicationForReview } from '../queries/applications'

/** What somebody has handed in, and what their references say. */
export function ApplicationText({ application }: { application: ApplicationForReview }) {
  const { statement, activities, submittedAt, references, person, decision, decidedAt, decidedBy, letter } = application
  const day = (date: Date | null) => (date ? formatPlainDate(date.toISOString().slice(0, 10), 'en') : '')
  return (
    <Facts
      facts={[
        { term: 'Handed in', says: day(submittedAt) },
        ...(person.email ? [{ term: 'Address', says: person.email }] : []),
        { term: 'Why they', says: <PlainProse text={statement} /> },
        { term: 'What they have done', says: <PlainProse text={activities} /> },
        ...references.map(({ name, email, confirmedAt, words }, index) => ({
          term: `Reference ${index + 1}`,
          says: (
            <>
              <p>
                {name}, {email}: {confirmedAt ? `spoke for them on ${day(confirmedAt)}` : 'has not answered'}
              </p>
              {confirmedAt && words && <PlainProse text={words} />}
            </>
          ),
        })),
        ...(decision
          ? [
              { term: 'Decided', says: `${decision} on ${day(decidedAt)}${decidedBy ? ` by ${decidedBy.name}` : ''}` },
              { term: 'Letter', says: <PlainProse text={letter ?? ''} /> },
            ]
          : []),
      ]}
    />
  )
}
