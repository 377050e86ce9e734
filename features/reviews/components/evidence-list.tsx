import { SectionHead } from '@/components/page-header'
import type { Evidence } from '../queries/evidence'
import { BECAUSE_WORDS } from '../rules/conflicts'

/** Who is connected with a proposal: for chairs. */
export function EvidenceList({ evidence: { conflicts, surnames } }: { evidence: Evidence }) {
  if (conflicts.length + surnames.length === 0) return null
  return (
    <section>
      <SectionHead title="Conflicts of interest" aside={conflicts.length || undefined} />
      <ul>
        {conflicts.map(({ name, slug, because, reason }) => (
          <li key={slug}>
            {name} <span className="muted">{because.map((one) => BECAUSE_WORDS[one]).join(', ')}</span>
            {reason && <span className="muted">: “{reason}”</span>}
          </li>
        ))}
        {surnames.map(({ name, slug, speaker }) => (
          <li key={`${slug} ${speaker}`}>
            {name} <span className="muted">has the surname of {speaker}, which proves nothing: they may review it</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
