import { notFound } from 'next/navigation'
import { Breadcrumb } from '@/components/breadcrumb'
import { LinkButton } from '@/components/button'
import { PageHeader, SectionHead } from '@/components/page-header'
import { gatePage } from '@/features/access/gate'
import { getSite } from '@/features/content/queries/site'
import { localized, pathOf } from '@/features/content/schema/kinds'
import { createPreviewLink, revokePreviewLink } from '@/features/editing/actions'
import { TextState } from '@/features/editing/components/desk-table'
import { FindingTable } from '@/features/editing/components/finding-table'
import { PreviewLinks } from '@/features/editing/components/preview-links'
import { KIND_WORDS } from '@/features/editing/components/words'
import { listPreviewLinks } from '@/features/editing/queries/preview'
import { getDeskText } from '@/features/editing/queries/text'
import { editAddress } from '@/features/editing/schema'
import { AdminFrame } from '../../../_frame/admin-frame'

export const metadata = { title: 'Text' }

type Props = { params: Promise<{ id: string }> }

export default async function TextPage({ params }: Props) {
  const { id } = await params
  const actor = await gatePage('/admin/content/[id]', `/admin/content/${id}`)
  const now = new Date()
  const [text, links] = await Promise.all([getDeskText(id, now), listPreviewLinks({ documentId: id }, now)])
  if (!text) notFound()
  const { timeZone, repository } = getSite()
  const edit = editAddress(repository, text.file)
  const isOut = text.state === 'published' || text.state === 'unlisted'
  return (
    <AdminFrame actor={actor} here="/admin/content/[id]">
      <PageHeader
        look="plain"
        breadcrumb={<Breadcrumb items={[{ label: 'Content', href: '/admin/content' }]} />}
        kicker={KIND_WORDS[text.kind]}
        title={text.title}
        lede={text.summary}
        meta={
          <>
            <TextState state={text.state} visibleFrom={text.visibleFrom} timeZone={timeZone} />
            {edit ? <a href={edit}>{text.file}</a> : <code>{text.file}</code>}
          </>
        }
        actions={
          <>
            <LinkButton href={`/admin/content/${id}/preview`}>Preview</LinkButton>
            {isOut && (
              <LinkButton href={localized(pathOf(text.kind, text.slug), text.locale)}>As readers see it</LinkButton>
            )}
          </>
        }
      />
      <section>
        <SectionHead title="Checklist" />
        <FindingTable found={text.found} file={text.file} />
      </section>
      <section className="form-column">
        <SectionHead title="Preview links" />
        <PreviewLinks
          links={links}
          create={createPreviewLink.bind(null, 'document', id)}
          revoke={revokePreviewLink.bind(null, 'document', id)}
          timeZone={timeZone}
        />
      </section>
    </AdminFrame>
  )
}
