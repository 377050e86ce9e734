import type { Metadata } from 'next'
import { Button } from '@/components/button'
import { PageHeader } from '@/components/page-header'
import { getSubscription } from '@/features/subscriptions/queries'
import { Locale } from '@/features/subscriptions/schema'
import { wordsFor } from '@/lib/i18n/words'
import { PersonFrame } from '../../_frame/person-frame'

// The address of this page is a secret, as that of /subscribe/confirm is.
export const metadata: Metadata = { title: 'The week by mail', referrer: 'same-origin' }

type Props = { params: Promise<{ token: string }>; searchParams: Promise<{ locale?: string | string[] }> }

/** What a digest's last line opens: a button, which posts what a mail program would. */
export default async function UnsubscribePage({ params, searchParams }: Props) {
  const { token } = await params
  const subscription = await getSubscription(token)
  const locale = subscription?.locale ?? Locale.parse((await searchParams).locale)
  const words = wordsFor(locale, 'subscribe')
  return (
    <PersonFrame here="/subscribe" locale={locale}>
      <div className="form-column" lang={locale}>
        <PageHeader look="plain" title={words(subscription ? 'endTitle' : 'endedTitle')} />
        <p>{words(subscription ? 'end' : 'ended')}</p>
        {subscription ? (
          <form method="post" action={`/unsubscribe/${encodeURIComponent(token)}`}>
            <input type="hidden" name="List-Unsubscribe" value="One-Click" />
            <input type="hidden" name="from" value="page" />
            <Button type="submit" variant="primary">
              {words('endButton')}
            </Button>
          </form>
        ) : (
          <p>
            <a href={`/subscribe?locale=${locale}`}>{words('resubscribe')}</a>
          </p>
        )}
      </div>
    </PersonFrame>
  )
}
