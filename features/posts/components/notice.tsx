import { Callout } from '@/components/callout'
import { noticeOf } from './words'

/** What has just been done, or why it was not. */
export function PostNotice(says: { done?: string | undefined; problem?: string | undefined }) {
  const notice = noticeOf(says)
  if (!notice) return null
  return (
    <Callout tone={notice.tone} role="status">
      {notice.text}
    </Callout>
  )
}
