import { SectionHead } from '@/components/page-header'
import { PlainText } from '@/features/proposals/components/plain-text'
import { formatMoment } from '@/lib/time-words'
import type { Thread as Facts } from '../queries/thread'
import { COMMENT_REFUSALS } from '../schema/forms'
import { CommentForm } from './comment-form'

type Action = Parameters<typeof CommentForm>[0]['action']
type Props = {
  thread: Facts
  timeZone: string
  /** Made with the page: what is sent twice is said once. */
  formKey: string
  add: Action
  edit: (id: string) => Action
}

/** What the committee says of a proposal, the first word first, and a form for the next. */
export function Thread({ thread: { comments, hidden, refusal }, timeZone, formKey, add, edit }: Props) {
  return (
    <section id="thread">
      <SectionHead title="Discussion" aside={comments.length || undefined} />
      <ol className="stack" style={{ listStyle: 'none', padding: 0 }}>
        {comments.map(({ id, by, text, createdAt, editedAt, canEdit }) => (
          <li key={id}>
            <p className="small">
              <strong>{by}</strong>{' '}
              <span className="muted">
                {formatMoment(createdAt, timeZone, 'en')}
                {editedAt && ', changed since'}
              </span>
            </p>
            <PlainText>{text}</PlainText>
            {canEdit && (
              <details>
                <summary className="small">Change it</summary>
                <CommentForm id={`comment-${id}`} action={edit(id)} initial={text} formKey="" isEdit />
              </details>
            )}
          </li>
        ))}
      </ol>
      {comments.length === 0 && !hidden && <p className="muted">Nobody has said anything yet.</p>}
      {refusal ? (
        <p className="muted">{COMMENT_REFUSALS[refusal]}</p>
      ) : (
        <CommentForm id="comment" key={comments.length} action={add} initial="" formKey={formKey} />
      )}
    </section>
  )
}
