import { LinkButton } from '@/components/button'
import { Callout } from '@/components/callout'
import { SubmitButton } from '@/components/submit-button'
import { PlainText } from '@/features/proposals/components/plain-text'
import { takeBackGuestPost } from '../actions/guest'
import type { PostPage } from '../queries/views'
import { NEXT } from './words'

/** What the guest was asked for, what happens next, and what the quoted people have said. */
export function OwnPostState({ post }: { post: PostPage }) {
  const { id, state, brief, slug, locale, asked, isOut } = post
  const refused = asked.filter(({ answer }) => answer === 'refused')
  return (
    <div className="form-column">
      <p>{NEXT[state]}</p>
      {brief && state === 'draft' && (
        <Callout title="What the editors would like to read">
          <PlainText>{brief}</PlainText>
        </Callout>
      )}
      {refused.map(({ fingerprint, name, words, remark }) => (
        <Callout key={fingerprint} tone="negative" title={`${name} refuses to be quoted with these words.`}>
          <PlainText>{`“${words}”`}</PlainText>
          {remark && <PlainText>{remark}</PlainText>}
          <p>The text does not come out with them: take them out, or ask {name} for others.</p>
        </Callout>
      ))}
      <div className="cluster">
        {state === 'submitted' && (
          <form action={takeBackGuestPost.bind(null, id)}>
            <SubmitButton variant="secondary" pendingLabel="Taking it back …">
              Take it back
            </SubmitButton>
          </form>
        )}
        {isOut && state === 'published' && (
          <LinkButton href={`${locale === 'zh' ? '/zh' : ''}/blog/${slug}`}>See it as readers do</LinkButton>
        )}
      </div>
    </div>
  )
}
