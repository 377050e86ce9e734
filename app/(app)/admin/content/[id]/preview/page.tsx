import { notFound } from 'next/navigation'
import { Breadcrumb } from '@/components/breadcrumb'
import { Islands } from '@/components/islands'
import { gatePage } from '@/features/access/gate'
import { PreviewDocument } from '@/features/editing/components/preview-document'
import { getPreviewText } from '@/features/editing/queries/text'
import { islandSrc } from '@/lib/islands'
import { AdminFrame } from '../../../../_frame/admin-frame'

/** What moves in a text. */
const ISLANDS = ['copy-code', 'tab-set', 'video-link', 'zone-switch']

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
      <Islands sources={ISLANDS.map(islandSrc)} />
      <PreviewDocument text={text} kicker="Preview" note="Drawn as readers would have it" />
    </AdminFrame>
  )
}
