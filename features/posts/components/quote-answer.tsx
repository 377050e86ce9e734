import { Button } from '@/components/button'
import { Callout } from '@/components/callout'
import { PageHeader } from '@/components/page-header'
import { TextArea } from '@/components/text-area'
import { PlainText } from '@/features/proposals/components/plain-text'
import { formatDate, formatMoment } from '@/lib/time-words'
import type { QuoteToAnswer } from '../queries/posts'
import { LIMITS } from '../schema'
import styles from './quote-answer.module.css'

interface Props {
  quote: QuoteToAnswer
  action: (form: FormData) => Promise<void>
  timeZone: string
}

/** The words of a quoted person in their place, and the two buttons. */
export function QuoteAnswer({ quote, action, timeZone }: Props) {
  const { name, affiliation, words, before, after, title, guest, refusal } = quote
  return (
    <>
      <PageHeader
        look="plain"
        title="May we quote you?"
        lede={`${guest} has written “${title}” for our blog. It comes out only if you approve your words.`}
      />
      <figure className={styles.quote}>
        {before && <p className={styles.around}>{before}</p>}
        <blockquote>
          <PlainText>{words}</PlainText>
        </blockquote>
        <figcaption>
          {name}
          {affiliation && `, ${affiliation}`}
        </figcaption>
        {after && <p className={styles.around}>{after}</p>}
      </figure>
      {refusal ? (
        <Said quote={quote} timeZone={timeZone} />
      ) : (
        <Buttons quote={quote} action={action} timeZone={timeZone} />
      )}
    </>
  )
}

function Buttons({ quote: { expiresAt }, action, timeZone }: Props) {
  return (
    <form action={action} className="stack">
      <TextArea
        name="remark"
        label="Anything to say to the guest and the editors"
        note="optional"
        hint="For instance how you would rather put it."
        rows={3}
        limit={LIMITS.remark}
      />
      <div className="cluster">
        <Button type="submit" name="answer" value="approved" variant="primary" size="large">
          Approve these words
        </Button>
        <Button type="submit" name="answer" value="refused" size="large">
          Refuse to be quoted
        </Button>
      </div>
      {expiresAt && (
        <p className="small muted">
          You answer once; it counts for exactly these words. The link works until{' '}
          {formatDate(expiresAt, timeZone, 'en')}. Without an answer you are not quoted.
        </p>
      )}
    </form>
  )
}

function Said({ quote: { refusal, answer, answeredAt }, timeZone }: Pick<Props, 'quote' | 'timeZone'>) {
  if (answer && answeredAt)
    return (
      <Callout
        tone={answer === 'approved' ? 'positive' : 'note'}
        role="status"
        title={answer === 'approved' ? 'You have approved these words.' : 'You have refused to be quoted.'}
      >
        {formatMoment(answeredAt, timeZone, 'en')}.{' '}
        {answer === 'approved' ? 'Thank you.' : 'They do not come out; the guest and the editors have been told.'}
      </Callout>
    )
  return (
    <Callout
      tone="caution"
      role="status"
      title={refusal === 'changed' ? 'These words are not in the text any more.' : 'This link has come to its end.'}
    >
      {refusal === 'changed'
        ? 'There is nothing for you to do. If you are quoted with others, you are asked about those.'
        : 'The editors can send you a new one. Until you approve, you are not quoted.'}
    </Callout>
  )
}
