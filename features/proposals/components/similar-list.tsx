import { SectionHead } from '@/components/page-header'
import type { SimilarProposal } from '../queries/similar'

const percent = (share: number) => `${Math.round(share * 100)} %`

/** What says nearly the same, as evidence for those who decide. */
export function SimilarList({ similar }: { similar: SimilarProposal[] }) {
  if (similar.length === 0) return null
  return (
    <section>
      <SectionHead title="Says nearly the same" aside={similar.length} />
      <p className="small muted">
        Compared across all events by pairs of words. Evidence only: nothing follows from it by itself.
      </p>
      <ul className="stack" style={{ listStyle: 'none', padding: 0 }}>
        {similar.map((other) => (
          <li key={other.code}>
            {other.event.isThis ? (
              <a href={`/admin/events/${other.event.slug}/proposals/${other.code}`}>{other.title}</a>
            ) : (
              other.title
            )}
            <p className="small muted">
              {wordsFor(other).join(' · ')} · <span className="numeric">{other.code}</span>
            </p>
            {other.passages.length > 0 && (
              <details className="small">
                <summary>Word for word in both</summary>
                <ul>
                  {other.passages.map((passage) => (
                    <li key={passage}>“{passage}”</li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function wordsFor({ event, similarity, titles, hasSameSpeaker, isSameTalk }: SimilarProposal): string[] {
  return [
    `${percent(similarity)} of the text, ${percent(titles)} of the title`,
    event.isThis ? 'in this event' : event.name,
    ...(isSameTalk ? ['proposed again on purpose'] : []),
    ...(hasSameSpeaker ? ['a speaker in common'] : []),
  ]
}
