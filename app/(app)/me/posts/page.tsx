import { PageHeader } from '@/components/page-header'
import { gatePage } from '@/features/access/gate'
import { getSite } from '@/features/content/queries/site'
import { PostTable } from '@/features/posts/components/post-table'
import { listOwnPosts } from '@/features/posts/queries/posts'
import { PersonFrame } from '../../_frame/person-frame'

export const metadata = { title: 'Your posts' }

export default async function OwnPostsPage() {
  const person = await gatePage('/me/posts', '/me/posts')
  const posts = await listOwnPosts(person, new Date())
  return (
    <PersonFrame here="/me/posts">
      <PageHeader look="plain" title="Your posts" />
      <PostTable posts={posts} base="/me/posts" timeZone={getSite().timeZone} />
    </PersonFrame>
  )
}
