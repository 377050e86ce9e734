import { Badge } from '@/components/badge'
import { LinkButton } from '@/components/button'
import { DateTimeField } from '@/components/date-time-field'
import { SectionHead } from '@/components/page-header'
import { SubmitButton } from '@/components/submit-button'
import { TextField } from '@/components/text-field'
import { slugify } from '@/lib/slug'
import { formatDate, formatMoment, zoneName } from '@/lib/time-words'
import {
  approveGuestPost,
  askQuoteAgain,
  publishGuestPost,
  reopenGuestPost,
  requestChanges,
  unpublishGuestPost,
} from '../actions/editor'
import type { PostPage } from '../queries/views'
import { ApproveForm } from './approve-form'
import styles from './review-desk.module.css'
import { SayForm } from './say-form'

/** What an editor can do with a post where it stands. */
export function ReviewDesk({ post, timeZone }: { post: PostPage; timeZone: string }) {
  const { id, state, isOut } = post
  return (
    <>
      {state === 'submitted' && <Approve post={post} />}
      {['waiting', 'held', 'ready'].includes(state) && <Quotes post={post} timeZone={timeZone} />}
      {state === 'ready' && <Publish post={post} timeZone={timeZone} />}
      {['submitted', 'waiting', 'held', 'ready'].includes(state) && (
        <section>
          <SectionHead title="Give it back" />
          <SayForm
            action={requestChanges.bind(null, id)}
            id="changes"
            label="What is to be changed"
            hint="The guest can write again. Quotes whose words stay keep their approval."
            button="Ask for changes"
            pending="Asking …"
          />
        </section>
      )}
      {isOut && <Out post={post} timeZone={timeZone} />}
      {['scheduled', 'published', 'unpublished'].includes(state) && (
        <section>
          <SectionHead title="Correct it" />
          <SayForm
            action={reopenGuestPost.bind(null, id)}
            id="reopen"
            label="What is to be corrected"
            hint="Readers keep the text as it is until the next one is published."
            button="Let the guest write"
            pending="Opening …"
          />
        </section>
      )}
    </>
  )
}

function Approve({ post }: { post: PostPage }) {
  const { id, version, slug, title, category, tags, projects, correction, asked, isOut } = post
  const typed = { slug: slug ?? slugify(title, ''), category, tags, projects, correction }
  const quotes = asked.map(({ fingerprint, name, words, answer, email }) => ({
    ...{ fingerprint, name, words, answer },
    email: email ?? '',
  }))
  const emails = Object.fromEntries(quotes.map(({ fingerprint, email }) => [fingerprint, email]))
  return (
    <section>
      <SectionHead title="Approve it" />
      <ApproveForm
        action={approveGuestPost.bind(null, id)}
        initial={{ typed, emails, errors: {}, problem: null }}
        quotes={quotes}
        version={version}
        isOut={isOut}
      />
    </section>
  )
}

function Quotes({ post: { id, asked }, timeZone }: { post: PostPage; timeZone: string }) {
  if (asked.length === 0) return null
  return (
    <section>
      <SectionHead title="Quotes" />
      <ul className={styles.quotes}>
        {asked.map(({ fingerprint, name, words, answer, answeredAt, remark, email, expiresAt }) => (
          <li key={fingerprint} className="stack">
            <p>
              “{words}” <span className="muted">— {name}</span>
            </p>
            {answer && answeredAt ? (
              <p>
                <Badge tone={answer === 'approved' ? 'positive' : 'negative'}>
                  {answer === 'approved' ? 'Approved' : 'Refused'}
                </Badge>{' '}
                <span className="small muted">{formatMoment(answeredAt, timeZone, 'en')}</span>
                {remark && <span> “{remark}”</span>}
              </p>
            ) : (
              <form action={askQuoteAgain.bind(null, id, fingerprint)} className="stack">
                <TextField
                  name="email"
                  id={`ask-${fingerprint}`}
                  type="email"
                  label={`Waiting for ${name}`}
                  hint={expiresAt ? `The link works until ${formatDate(expiresAt, timeZone, 'en')}.` : undefined}
                  defaultValue={email ?? ''}
                />
                <div>
                  <SubmitButton variant="secondary" size="small" pendingLabel="Asking …">
                    Ask again
                  </SubmitButton>
                </div>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Publish({ post: { id, isOut }, timeZone }: { post: PostPage; timeZone: string }) {
  return (
    <section>
      <SectionHead title="Publish it" />
      <form action={publishGuestPost.bind(null, id)} className="stack">
        {!isOut && (
          <DateTimeField
            name="at"
            label="At"
            note="optional"
            hint="Without a moment it comes out now."
            zone={zoneName(new Date(), timeZone, 'en')}
          />
        )}
        <div>
          <SubmitButton pendingLabel="Publishing …">Publish</SubmitButton>
        </div>
      </form>
    </section>
  )
}

function Out({ post: { id, slug, locale, state, visibleFrom }, timeZone }: { post: PostPage; timeZone: string }) {
  const isScheduled = state === 'scheduled' && visibleFrom
  return (
    <section>
      <SectionHead title={isScheduled ? 'It comes out by itself' : 'Readers have it'} />
      {isScheduled ? (
        <p>{formatMoment(visibleFrom, timeZone, 'en')}</p>
      ) : (
        <p>
          <LinkButton href={`${locale === 'zh' ? '/zh' : ''}/blog/${slug}`}>See it as readers do</LinkButton>
        </p>
      )}
      <SayForm
        action={unpublishGuestPost.bind(null, id)}
        id="unpublish"
        label="Why it is taken off the site"
        hint="It is gone at once, also from what is kept for speed. The guest is told."
        button="Take it off the site"
        pending="Taking it off …"
        variant="danger"
      />
    </section>
  )
}
