import type { Metadata } from 'next'
import { PageHeader } from '@/components/page-header'
import { getSite } from '@/features/content/queries/site'
import { answerQuote } from '@/features/posts/actions/quoted'
import { QuoteAnswer } from '@/features/posts/components/quote-answer'
import { getQuoteToAnswer } from '@/features/posts/queries/posts'
import { PersonFrame } from '../../_frame/person-frame'

// The address of this page is a secret: no other site may learn it. Our own must, or its form counts as foreign.
export const metadata: Metadata = { title: 'May we quote you?', referrer: 'same-origin' }

type Props = { params: Promise<{ token: string }> }

/** What a quoted person's link opens. Looking at it answers nothing: mail scanners look at every link. */
export default async function QuotePage({ params }: Props) {
  const { token } = await params
  const quote = await getQuoteToAnswer(token, new Date())
  return (
    <PersonFrame here="">
      <div className="form-column">
        {quote ? (
          <QuoteAnswer quote={quote} action={answerQuote.bind(null, token)} timeZone={getSite().timeZone} />
        ) : (
          <>
            <PageHeader look="plain" title="This link does not work any more" />
            <p>
              Perhaps there is a newer one in your mail. If not, the editors will send you another: {getSite().contact}
            </p>
          </>
        )}
      </div>
    </PersonFrame>
  )
}
