import type { Metadata } from 'next'
import { Callout } from '@/components/callout'
import { PageHeader } from '@/components/page-header'
import { asEmail } from '@/features/access/schema'
import { CONFIRM_HOURS, Locale } from '@/features/subscriptions/schema'
import { env } from '@/lib/env'
import { wordsFor } from '@/lib/i18n/words'
import { PersonFrame } from '../../_frame/person-frame'

type Props = { searchParams: Promise<{ to?: string | string[]; locale?: string | string[] }> }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: wordsFor(Locale.parse((await searchParams).locale), 'subscribe')('sentTitle') }
}

export default async function SentPage({ searchParams }: Props) {
  const { to, locale: wanted } = await searchParams
  const [address, locale] = [asEmail(to) ?? '', Locale.parse(wanted)]
  const words = wordsFor(locale, 'subscribe')
  return (
    <PersonFrame here="/subscribe" locale={locale}>
      <div className="form-column" lang={locale}>
        <PageHeader look="plain" title={words('sentTitle')} />
        <p>{words('sent', { address, hours: CONFIRM_HOURS })}</p>
        {env().isDemo && (
          <Callout title={words('demo')}>
            <a href={`/dev/mailbox?to=${encodeURIComponent(address)}`}>{words('mailbox')}</a>
          </Callout>
        )}
        <p className="muted">
          <a href={`/subscribe?locale=${locale}`}>{words('again')}</a>
        </p>
      </div>
    </PersonFrame>
  )
}
