import type { Metadata } from 'next'
import { PageHeader } from '@/components/page-header'
import { KINDS } from '@/features/changes/schema'
import { subscribe } from '@/features/subscriptions/actions'
import { SubscribeForm } from '@/features/subscriptions/components/subscribe-form'
import { Locale } from '@/features/subscriptions/schema'
import { wordsFor } from '@/lib/i18n/words'
import { PersonFrame } from '../_frame/person-frame'

type Props = { searchParams: Promise<{ locale?: string | string[] }> }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: wordsFor(Locale.parse((await searchParams).locale), 'subscribe')('title') }
}

export default async function SubscribePage({ searchParams }: Props) {
  const locale = Locale.parse((await searchParams).locale)
  const [words, changes] = [wordsFor(locale, 'subscribe'), wordsFor(locale, 'changes')]
  return (
    <PersonFrame here="/subscribe" locale={locale}>
      <div className="form-column" lang={locale}>
        <PageHeader look="plain" title={words('title')} lede={words('lede')} />
        <SubscribeForm
          action={subscribe}
          start={{ email: '', locale, topics: [...KINDS] }}
          topics={KINDS.map((kind) => ({ value: kind, label: changes(`kind.${kind}`) }))}
          words={{
            email: words('email'),
            emailHint: words('emailHint'),
            locale: words('locale'),
            topics: words('topics'),
            submit: words('submit'),
            pending: words('pending'),
            problem: words('problem'),
          }}
        />
      </div>
    </PersonFrame>
  )
}
