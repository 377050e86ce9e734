import { SectionHead } from '@/components/page-header'
import { AnswerList } from '@/features/calls/components/answer-list'
import type { CommitteeProposal } from '../queries/committee-one'

interface Props {
  speakers: NonNullable<CommitteeProposal['speakers']>
  answers: CommitteeProposal['speakerAnswers']
}

/** Who speaks: only for those of the committee who may know. */
export function SpeakerList({ speakers, answers }: Props) {
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
      {answers.map((speaker) => (
        <div key={speaker.name} className="stack">
          <p className="small muted">{speaker.name}</p>
          <AnswerList answers={speaker.answers} />
        </div>
      ))}
    </section>
  )
}
