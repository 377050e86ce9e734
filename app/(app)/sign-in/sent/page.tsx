import { Callout } from '@/components/callout'
import { PageHeader } from '@/components/page-header'
import { asEmail, LINK_MINUTES } from '@/features/access/schema'
import { env } from '@/lib/env'
import { safePath } from '@/lib/safe-path'
import { PersonFrame } from '../../_frame/person-frame'

export const metadata = { title: 'Look into your mail' }

type Props = { searchParams: Promise<{ to?: string; next?: string }> }

export default async function SentPage({ searchParams }: Props) {
  const { to, next } = await searchParams
  const address = asEmail(to)
  return (
    <PersonFrame here="/sign-in">
      <div className="form-column">
        <PageHeader look="plain" title="Look into your mail" />
        <p>
          A link is on its way to <strong>{address ?? 'your address'}</strong>. Open it within {LINK_MINUTES} minutes
          and press the button on its page; it works once.
        </p>
        {env().isDemo && (
          <Callout title="This is a demonstration">
            Mail stays in the <a href={`/dev/mailbox?to=${encodeURIComponent(address ?? '')}`}>local mailbox</a>.
          </Callout>
        )}
        <p className="muted">
          Nothing there? Look among the unwanted mail, or{' '}
          <a href={`/sign-in?next=${encodeURIComponent(safePath(next))}`}>ask for another link</a>.
        </p>
      </div>
    </PersonFrame>
  )
}
