'use client'
import { Button, LinkButton } from '@/components/button'
import { PageHeader } from '@/components/page-header'

/** A defect of ours. What went wrong is in the log under the digest, and nowhere on the page. */
export default function Failed({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main className="wrap">
      <div className="form-column">
        <title>Something broke</title>
        <PageHeader look="plain" title="Something broke on our side" />
        <p>It is not your doing, and what you had saved is still there. Try once more in a moment.</p>
        {error.digest && <p className="muted small">For whoever looks into it: {error.digest}</p>}
        <div className="cluster">
          <Button variant="primary" onClick={reset}>
            Try again
          </Button>
          <LinkButton href="/">To the front page</LinkButton>
        </div>
      </div>
    </main>
  )
}
