import type { CriterionShown, ProjectDetails } from '../schema'

interface Criterion {
  slug: string
  shownBy: 'audits' | null
}

/** What is on record for each criterion that is met: what the project says, else what its newest audit shows. */
export function evidenceFor(
  criteria: readonly Criterion[],
  { criteria: said, audits }: Pick<ProjectDetails, 'criteria' | 'audits'>,
): Map<string, CriterionShown> {
  const audit = audits.findLast(({ url }) => url !== undefined)
  return new Map(
    criteria.flatMap(({ slug, shownBy }) => {
      const own = said.find(({ criterion }) => criterion === slug)
      if (own) return [[slug, own]]
      if (shownBy !== 'audits' || !audit?.url) return []
      return [
        [slug, { criterion: slug, evidence: audit.url, note: [audit.vendor, audit.date].filter(Boolean).join(', ') }],
      ]
    }),
  )
}
