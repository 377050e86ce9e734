import { Button } from '@/components/button'
import { SectionHead } from '@/components/page-header'
import { addSessionFile, removeSessionFile, showSessionFile } from '../actions/session-files'
import type { SessionFileLine } from '../queries/session-files'
import { SessionFileForm } from './session-file-form'

type Props = { files: SessionFileLine[]; code: string; eventSlug: string }

/** Slides and whatever else stands beside a proposal, before the talk and after it. */
export function SessionFiles({ files, code, eventSlug }: Props) {
  return (
    <section>
      <SectionHead title="Slides and files" id="files" />
      <ul className="stack" style={{ listStyle: 'none', padding: 0 }}>
        {files.map(({ id, title, href, isPublic }) => (
          <li key={id} className="cluster">
            <a href={href}>{title}</a>
            <span className="muted small">{isPublic ? 'for all, with the session' : 'for the committee alone'}</span>
            <form action={showSessionFile.bind(null, eventSlug, code, id, !isPublic)}>
              <Button
                type="submit"
                size="small"
                variant="quiet"
                aria-label={`${isPublic ? 'Hide' : 'Show to all'}: ${title}`}
              >
                {isPublic ? 'Hide' : 'Show to all'}
              </Button>
            </form>
            <form action={removeSessionFile.bind(null, eventSlug, code, id)}>
              <Button type="submit" size="small" variant="quiet" aria-label={`Remove: ${title}`}>
                Remove
              </Button>
            </form>
          </li>
        ))}
      </ul>
      <SessionFileForm action={addSessionFile.bind(null, eventSlug, code)} />
    </section>
  )
}
