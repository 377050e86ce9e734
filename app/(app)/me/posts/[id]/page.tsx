import { notFound } from 'next/navigation'
import { Breadcrumb } from '@/components/breadcrumb'
import { PageHeader, SectionHead } from '@/components/page-header'
import { gatePage } from '@/features/access/gate'
import { getSite } from '@/features/content/queries/site'
import { answerEditors, saveGuestPost, sendGuestPost } from '@/features/posts/actions/guest'
import { PostNotice } from '@/features/posts/components/notice'
import { OwnPostState } from '@/features/posts/components/own-post-state'
import { PostBadge } from '@/features/posts/components/post-badge'
import { PostForm } from '@/features/posts/components/post-form'
import { PostLog } from '@/features/posts/components/post-log'
import { previewWords } from '@/features/posts/components/preview-words'
import { SayForm } from '@/features/posts/components/say-form'
import { TextPreview } from '@/features/posts/components/text-preview'
import { getOwnPost } from '@/features/posts/queries/posts'
import { getPreview } from '@/features/posts/queries/preview'
import { formOf } from '@/features/posts/schema'
import { ForgetTyped } from '@/features/proposals/components/forget-typed'
import { PersonFrame } from '../../../_frame/person-frame'

export const metadata = { title: 'Your post' }

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string; problem?: string }> }

export default async function OwnPostPage({ params, searchParams }: Props) {
  const { id } = await params
  const person = await gatePage('/me/posts/[id]', `/me/posts/${id}`)
  const now = new Date()
  const post = await getOwnPost(person, id, now)
  if (!post) notFound()
  const [says, preview, words] = await Promise.all([searchParams, getPreview(post, now), previewWords(post.locale)])
  const place = `lectern:post:${id}`
  return (
    <PersonFrame here="">
      <PageHeader
        look="plain"
        breadcrumb={<Breadcrumb items={[{ label: 'Your posts', href: '/me/posts' }]} />}
        title={post.title || 'Without a title yet'}
        meta={<PostBadge state={post.state} isOut={post.isOut} />}
      />
      {says.done && <ForgetTyped places={[place]} />}
      <PostNotice {...says} />
      <OwnPostState post={post} />
      {post.state === 'draft' ? (
        <PostForm
          send={sendGuestPost.bind(null, id)}
          save={saveGuestPost.bind(null, id)}
          initial={formOf(post)}
          preview={preview}
          place={place}
          words={words}
        />
      ) : (
        <TextPreview preview={preview} words={words} />
      )}
      <section className="form-column">
        <SectionHead title="With the editors" />
        <SayForm
          action={answerEditors.bind(null, id)}
          id="say"
          label="Write to the editors"
          button="Send"
          pending="Sending …"
        />
        <PostLog moves={post.moves} timeZone={getSite().timeZone} />
      </section>
    </PersonFrame>
  )
}
