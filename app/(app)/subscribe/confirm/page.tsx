import type { Metadata } from 'next'
import { LinkButton } from '@/components/button'
import { PageHeader } from '@/components/page-header'
import { SubmitButton } from '@/components/submit-button'
import { confirmSubscription } from '@/features/subscriptions/actions'
import { getRequest } from '@/features/subscriptions/queries'
import { CONFIRM_HOURS, Locale } from '@/features/subscriptions/schema'
import { localized } from '@/lib/i18n/addresses'
import { wordsFor } from '@/lib/i18n/words'
import { PersonFrame } from '../../_frame/person-frame'

// The address of this page is a secret: no other site may learn it. Our own must, or its form counts as foreign.
export const metadata: Metadata = { title: 'The week by mail', referrer: 'same-origin' }

type Param = string | string[] | undefined
type Props = { searchParams: Promise<{ token?: Param; locale?: Param; done?: Param }> }

/** What the first mail opens. Looking at it changes nothing: mail scanners look at every link. */
export default async function ConfirmPage({ searchParams }: Props) {
  const { token = '', locale: wanted, done } = await searchParams
  const request = typeof token === 'string' && token ? await getRequest(token, new Date()) : null
  const locale = request?.locale ?? Locale.parse(wanted)
  const words = wordsFor(locale, 'subscribe')
  return (
    <PersonFrame here="/subscribe" locale={locale}>
      <div className="form-column" lang={locale}>
        {request ? (
          <>
            <PageHeader look="plain" title={words('confirmTitle')} />
            <p>{words('confirm', { address: request.email })}</p>
            <form action={confirmSubscription}>
              <input type="hidden" name="token" value={token} />
              <input type="hidden" name="locale" value={locale} />
              <SubmitButton size="large">{words('confirmButton')}</SubmitButton>
            </form>
          </>
        ) : done ? (
          <>
            <PageHeader look="plain" title={words('confirmedTitle')} />
            <p>{words('confirmed')}</p>
            <p>
              <a href={localized('/changes', locale)}>{words('toChanges')}</a>
            </p>
          </>
        ) : (
          <>
            <PageHeader look="plain" title={words('lostTitle')} />
            <p>{words('lost', { hours: CONFIRM_HOURS })}</p>
            <div>
              <LinkButton variant="primary" href={`/subscribe?locale=${locale}`}>
                {words('again')}
              </LinkButton>
            </div>
          </>
        )}
      </div>
    </PersonFrame>
  )
}
