import { SectionHead } from '@/components/page-header'
import type { CommitteeProposal } from '../queries/committee-one'

/** Who speaks: only for those of the committee who may know. */
export function SpeakerList({ speakers }: { speakers: NonNullable<CommitteeProposal['speakers']> }) {
  return (
    <section>
      <SectionHead title="Speakers" />
      <ul className="stack" style={{ listStyle: 'none', padding: 0 }}>
        {speakers.map(({ slug, name, affiliation, email }) => (
          <li key={slug}>
            {name}
            {affiliation && <span className="muted"> · {affiliation}</span>}
            {email && (
              <>
                <br />
                <a className="small" href={`mailto:${email}`}>
                  {email}
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
