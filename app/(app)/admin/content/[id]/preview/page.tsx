import { notFound } from 'next/navigation'
import { Breadcrumb } from '@/components/breadcrumb'
import { gatePage } from '@/features/access/gate'
import { PreviewDocument } from '@/features/editing/components/preview-document'
import { getPreviewText } from '@/features/editing/queries/text'
import { AdminFrame } from '../../../../_frame/admin-frame'

export const metadata = { title: 'Preview' }

type Props = { params: Promise<{ id: string }> }

export default async function ContentPreviewPage({ params }: Props) {
  const { id } = await params
  const actor = await gatePage('/admin/content/[id]/preview', `/admin/content/${id}/preview`)
  const text = await getPreviewText(id)
  if (!text) notFound()
  return (
    <AdminFrame actor={actor} here="/admin/content/[id]/preview">
      <div style={{ paddingBlockStart: 'var(--space-6)' }}>
        <Breadcrumb
          items={[
            { label: 'Content', href: '/admin/content' },
            { label: text.title, href: `/admin/content/${id}` },
          ]}
        />
      </div>
      <PreviewDocument text={text} kicker="Preview" note="Drawn as readers would have it" />
    </AdminFrame>
  )
}
