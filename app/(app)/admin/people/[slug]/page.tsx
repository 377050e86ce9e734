import { notFound, permanentRedirect } from 'next/navigation'
import { Avatar } from '@/components/avatar'
import { Breadcrumb } from '@/components/breadcrumb'
import { Callout } from '@/components/callout'
import { PageHeader, SectionHead } from '@/components/page-header'
import { gatePage } from '@/features/access/gate'
import { can } from '@/features/access/rules'
import { StaffTerms } from '@/features/ambassadors/components/staff-terms'
import { changeSlugOf, setMaintained } from '@/features/people/actions'
import { MaintainedForm } from '@/features/people/components/maintained-form'
import { SlugForm } from '@/features/people/components/slug-form'
import { StaffFacts } from '@/features/people/components/staff-facts'
import { listProjectNames } from '@/features/people/queries/profile'
import { getSlugNow } from '@/features/people/queries/slugs'
import { getPersonForStaff } from '@/features/people/queries/staff'
import { photoSrc } from '@/features/people/schema/photo'
import { AdminFrame } from '../../../_frame/admin-frame'

export const metadata = { title: 'Person' }

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ done?: string }> }

const DONE: Record<string, string> = {
  slug: 'The address has changed. The old one leads to it.',
  'taken-back': 'The term is taken back.',
  maintained: 'What they maintain is saved.',
}

export default async function StaffPersonPage({ params, searchParams }: Props) {
  const [{ slug }, { done = '' }] = await Promise.all([params, searchParams])
  const actor = await gatePage('/admin/people/[slug]', `/admin/people/${slug}`)
  const [person, projects] = await Promise.all([getPersonForStaff(slug), listProjectNames()])
  if (!person) {
    const now = await getSlugNow(slug)
    if (now) permanentRedirect(`/admin/people/${now}`)
    notFound()
  }
  const { name, values, former, terms, maintains } = person
  return (
    <AdminFrame actor={actor} here="/admin/people/[slug]">
      <PageHeader
        look="plain"
        breadcrumb={<Breadcrumb items={[{ href: '/admin/ambassadors', label: 'Ambassadors' }]} />}
        title={name}
        lede={<a href={`/people/${slug}`}>The public page</a>}
        actions={<Avatar name={name} src={photoSrc(values.photo || null, 80)} size={80} />}
      />
      {DONE[done] && (
        <Callout tone="positive" role="status">
          {DONE[done]}
        </Callout>
      )}
      <StaffFacts person={person} projects={projects} />
      <StaffTerms
        terms={terms}
        today={new Date().toISOString().slice(0, 10)}
        slug={slug}
        canChange={can(actor, 'update', 'ambassadors')}
      />
      {can(actor, 'update', 'people') && (
        <section className="stack" style={{ '--gap': 'var(--space-6)' }}>
          <SectionHead title="What the foundation says of them" />
          <MaintainedForm
            action={setMaintained.bind(null, slug)}
            value={maintains.map((project) => project.name).join(', ')}
          />
          <SlugForm action={changeSlugOf.bind(null, slug)} slug={slug} former={former} />
        </section>
      )}
    </AdminFrame>
  )
}
