import { Breadcrumb } from '@/components/breadcrumb'
import { PageHeader, SectionHead } from '@/components/page-header'
import { gatePage } from '@/features/access/gate'
import { getSite } from '@/features/content/queries/site'
import { inviteGuest } from '@/features/posts/actions/editor'
import { InviteForm } from '@/features/posts/components/invite-form'
import { PostTable } from '@/features/posts/components/post-table'
import { listPosts } from '@/features/posts/queries/posts'
import { AdminFrame } from '../../../_frame/admin-frame'

export const metadata = { title: 'Guest posts' }

export default async function GuestPostsPage() {
  const actor = await gatePage('/admin/content/posts', '/admin/content/posts')
  const posts = await listPosts(new Date())
  return (
    <AdminFrame actor={actor} here="/admin/content/posts">
      <PageHeader
        look="plain"
        breadcrumb={<Breadcrumb items={[{ label: 'Content', href: '/admin/content' }]} />}
        title="Guest posts"
        lede="Written in the browser, reviewed here, and published once everybody whom they quote has approved their words."
      />
      <PostTable posts={posts} base="/admin/content/posts" timeZone={getSite().timeZone} withGuest />
      <section className="form-column">
        <SectionHead title="Invite a guest" />
        <InviteForm action={inviteGuest} />
      </section>
    </AdminFrame>
  )
}
