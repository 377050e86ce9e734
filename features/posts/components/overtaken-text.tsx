import { Button } from '@/components/button'
import { Callout } from '@/components/callout'
import type { PostText, SavedText } from '../schema'

/** Two texts of one post, where another window has saved first. Inside the form: its writer chooses. */
export function OvertakenText({ theirs, mine }: { theirs: SavedText; mine: PostText }) {
  return (
    <Callout
      tone="caution"
      role="status"
      title="Another window saved another text while you were writing."
      actions={
        <>
          <Button type="submit" name="intent" value="save" variant="primary">
            Save my text
          </Button>
          <Button type="submit" name="intent" value="theirs">
            Take the saved text
          </Button>
        </>
      }
    >
      <p>Yours is not lost: it is in the form below. Both are kept among the versions, whichever you choose.</p>
      {theirs.title !== mine.title && (
        <p>
          Saved title: <strong>{theirs.title || '—'}</strong>
        </p>
      )}
      <details>
        <summary>The saved text</summary>
        <pre style={{ whiteSpace: 'pre-wrap' }}>{theirs.text || '—'}</pre>
      </details>
    </Callout>
  )
}
