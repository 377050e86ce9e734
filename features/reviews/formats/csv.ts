import { spreadsheet } from '@/lib/csv'

/** Reviews that were handed in, and what was asked in them. */
interface AllReviews {
  reviews: {
    code: string
    title: string
    round: string
    reviewer: string
    reviewerEmail: string | null
    submittedAt: Date | null
    abstain: boolean
    isSetAside: boolean
    scores: Record<string, number>
    forCommittee: string
    forSpeaker: string
    said: { key: string; values: string[] }[]
  }[]
  criteria: { slug: string }[]
  questions: { key: string; label: string }[]
}

/** The reviews of an event as a file for spreadsheets: a line each, a column for each criterion and question. */
export function reviewCsv({ reviews, criteria, questions }: AllReviews): string {
  const own = ['code', 'title', 'round', 'reviewer', 'reviewer_email', 'submitted_at', 'abstained', 'set_aside']
  return spreadsheet([
    [
      ...own,
      ...criteria.map(({ slug }) => slug),
      'for_committee',
      'for_speaker',
      ...questions.map(({ label }) => label),
    ],
    ...reviews.map((review) => [
      ...[review.code, review.title, review.round, review.reviewer, review.reviewerEmail],
      review.submittedAt?.toISOString() ?? null,
      ...[review.abstain ? 'yes' : 'no', review.isSetAside ? 'yes' : 'no'],
      ...criteria.map(({ slug }) => review.scores[slug] ?? null),
      ...[review.forCommittee, review.forSpeaker],
      ...questions.map(({ key }) => review.said.find((line) => line.key === key)?.values.join('; ') ?? null),
    ]),
  ])
}
