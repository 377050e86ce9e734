import type { Metadata } from 'next'
import { LinkButton } from '@/components/button'
import { PageHeader } from '@/components/page-header'
import { SubmitButton } from '@/components/submit-button'
import { confirmLink } from '@/features/access/actions/sign-in'
import { getLinkAddress } from '@/features/access/queries'
import { safePath } from '@/lib/safe-path'
import { PersonFrame } from '../../_frame/person-frame'

// The address of this page is a secret: no other site may learn it. Our own must, or its form counts as foreign.
export const metadata: Metadata = { title: 'Confirm that it is you', referrer: 'same-origin' }

type Props = { searchParams: Promise<{ token?: string | string[]; next?: string | string[] }> }

/** What a mailed link opens. Looking at it changes nothing: mail scanners look at every link. */
export default async function ConfirmPage({ searchParams }: Props) {
  const { token, next: wanted } = await searchParams
  const next = safePath(wanted)
  const address = typeof token === 'string' ? await getLinkAddress(token, new Date()) : null
  return (
    <PersonFrame here="/sign-in">
      <div className="form-column">
        {address && typeof token === 'string' ? (
          <>
            <PageHeader look="plain" title="One press, and you are in" />
            <p>
              You sign in as <strong>{address}</strong>.
            </p>
            <form action={confirmLink}>
              <input type="hidden" name="token" value={token} />
              <input type="hidden" name="next" value={next} />
              <SubmitButton size="large" pendingLabel="Signing in …">
                Sign in
              </SubmitButton>
            </form>
          </>
        ) : (
          <>
            <PageHeader look="plain" title="This link does not work any more" />
            <p>A link works once and for 15 minutes. Ask for a new one; it takes a moment.</p>
            <div>
              <LinkButton variant="primary" href={`/sign-in?next=${encodeURIComponent(next)}`}>
                Get a new link
              </LinkButton>
            </div>
          </>
        )}
      </div>
    </PersonFrame>
  )
}
