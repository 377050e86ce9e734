import { notFound } from 'next/navigation'
import { Breadcrumb } from '@/components/breadcrumb'
import { Callout } from '@/components/callout'
import { PageHeader } from '@/components/page-header'
import { gatePage } from '@/features/access/gate'
import { TermDesk } from '@/features/ambassadors/components/term-desk'
import { daysOf } from '@/features/ambassadors/components/term-words'
import { getTerm } from '@/features/ambassadors/queries/terms'
import { AdminFrame } from '../../../../_frame/admin-frame'

export const metadata = { title: 'Term of an ambassador' }

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string }> }

const DONE: Record<string, string> = {
  appointed: 'They are appointed. The directory and the change log show it.',
  corrected: 'The days are saved.',
  ended: 'The term is ended early. It can be undone below.',
  restored: 'The term has its days back.',
}

export default async function TermPage({ params, searchParams }: Props) {
  const [{ id }, { done = '' }] = await Promise.all([params, searchParams])
  const actor = await gatePage('/admin/ambassadors/terms/[id]', `/admin/ambassadors/terms/${id}`)
  const term = await getTerm(id)
  if (!term) notFound()
  const { person } = term
  return (
    <AdminFrame actor={actor} here="/admin/ambassadors">
      <PageHeader
        look="plain"
        breadcrumb={
          <Breadcrumb
            items={[
              { href: '/admin/ambassadors', label: 'Ambassadors' },
              { href: `/admin/people/${person.slug}`, label: person.name },
            ]}
          />
        }
        title={`${person.name}, term`}
        lede={daysOf(term)}
      />
      {DONE[done] && (
        <Callout tone="positive" role="status">
          {DONE[done]}
        </Callout>
      )}
      <TermDesk term={term} today={new Date().toISOString().slice(0, 10)} isOwn={person.id === actor.id} />
    </AdminFrame>
  )
}
