import { OvertakenFrame } from '@/components/overtaken-frame'
import type { PostText, SavedText } from '../schema'

/** Two texts of one post, where another window has saved first. Inside the form: its writer chooses. */
export function OvertakenText({ theirs, mine }: { theirs: SavedText; mine: PostText }) {
  return (
    <OvertakenFrame title="Another window saved another text while you were writing.">
      {theirs.title !== mine.title && (
        <p>
          Saved title: <strong>{theirs.title || '—'}</strong>
        </p>
      )}
      <details>
        <summary>The saved text</summary>
        <pre style={{ whiteSpace: 'pre-wrap' }}>{theirs.text || '—'}</pre>
      </details>
    </OvertakenFrame>
  )
}
