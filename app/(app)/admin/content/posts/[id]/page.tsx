import { notFound } from 'next/navigation'
import { Breadcrumb } from '@/components/breadcrumb'
import { PageHeader, SectionHead } from '@/components/page-header'
import { gatePage } from '@/features/access/gate'
import { getSite } from '@/features/content/queries/site'
import { createPreviewLink, revokePreviewLink } from '@/features/editing/actions'
import { PreviewLinks } from '@/features/editing/components/preview-links'
import { listPreviewLinks } from '@/features/editing/queries/preview'
import { answerGuest } from '@/features/posts/actions/editor'
import { FindingList } from '@/features/posts/components/finding-list'
import { PostNotice } from '@/features/posts/components/notice'
import { PostBadge } from '@/features/posts/components/post-badge'
import { PostLog } from '@/features/posts/components/post-log'
import { previewWords } from '@/features/posts/components/preview-words'
import { ReviewDesk } from '@/features/posts/components/review-desk'
import { SayForm } from '@/features/posts/components/say-form'
import { TextPreview } from '@/features/posts/components/text-preview'
import { getPost } from '@/features/posts/queries/posts'
import { getPreview } from '@/features/posts/queries/preview'
import { AdminFrame } from '../../../../_frame/admin-frame'

export const metadata = { title: 'Guest post' }

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string; problem?: string }> }

export default async function GuestPostPage({ params, searchParams }: Props) {
  const { id } = await params
  const actor = await gatePage('/admin/content/posts/[id]', `/admin/content/posts/${id}`)
  const now = new Date()
  const post = await getPost(id, now)
  if (!post) notFound()
  const { timeZone } = getSite()
  const [says, preview, words, links] = await Promise.all([
    searchParams,
    getPreview(post, now),
    previewWords(post.locale),
    listPreviewLinks({ postId: id }, now),
  ])
  return (
    <AdminFrame actor={actor} here="/admin/content/posts/[id]">
      <PageHeader
        look="plain"
        breadcrumb={<Breadcrumb items={[{ label: 'Guest posts', href: '/admin/content/posts' }]} />}
        kicker={`By ${post.author.name}`}
        title={post.title || 'Without a title yet'}
        lede={post.summary}
        meta={<PostBadge state={post.state} isOut={post.isOut} />}
      />
      <PostNotice {...says} />
      <div className="with-aside">
        <section aria-label="The text">
          <FindingList findings={preview.problems} isDrawn={preview.tree !== null} />
          {post.state === 'draft' ? (
            <p className="muted">The text is being written. You read it once it is handed in.</p>
          ) : (
            <TextPreview preview={preview} words={words} />
          )}
        </section>
        <div className="stack">
          <ReviewDesk post={post} timeZone={timeZone} />
          {post.state !== 'draft' && (
            <section>
              <SectionHead title="Preview links" />
              <PreviewLinks
                links={links}
                create={createPreviewLink.bind(null, 'post', id)}
                revoke={revokePreviewLink.bind(null, 'post', id)}
                timeZone={timeZone}
              />
            </section>
          )}
          <section>
            <SectionHead title="With the guest" />
            <SayForm
              action={answerGuest.bind(null, id)}
              id="say"
              label="Write to the guest"
              button="Send"
              pending="Sending …"
            />
            <PostLog moves={post.moves} timeZone={timeZone} />
          </section>
        </div>
      </div>
    </AdminFrame>
  )
}
