import { Callout } from '@/components/callout'
import { PageHeader, SectionHead } from '@/components/page-header'
import { SubmitButton } from '@/components/submit-button'
import { TabLinks } from '@/components/tab-links'
import { Table } from '@/components/table'
import { gateEventPage } from '@/features/access/gate'
import { resetTemplate, saveTemplate } from '@/features/proposals/actions/mail'
import { TemplateForm } from '@/features/proposals/components/template-form'
import { PLACEHOLDERS, placeholdersOf, TEMPLATE_KINDS, TEMPLATE_NAMES } from '@/features/proposals/emails/kinds'
import { getTemplate } from '@/features/proposals/queries/templates'
import { AdminFrame } from '../../../../../_frame/admin-frame'

export const metadata = { title: 'Templates' }

type Props = {
  params: Promise<{ event: string }>
  searchParams: Promise<{ kind?: string; locale?: string; done?: string }>
}

export default async function TemplatesPage({ params, searchParams }: Props) {
  const { event: slug } = await params
  const path = `/admin/events/${slug}/mail/templates`
  const { actor, event } = await gateEventPage('/admin/events/[event]/mail/templates', slug, path)
  const query = await searchParams
  const kind = TEMPLATE_KINDS.find((each) => each === query.kind) ?? 'accepted'
  const locale = query.locale === 'zh' ? 'zh' : 'en'
  const template = await getTemplate(event, kind, locale)
  const href = (to: { kind?: string; locale?: string }) => `${path}?${new URLSearchParams({ kind, locale, ...to })}`
  return (
    <AdminFrame actor={actor} event={event} here="/admin/events/[event]/mail">
      <PageHeader
        look="plain"
        title="Templates"
        lede="What this event writes about proposals. A template that you have not changed is in the house’s words."
      />
      {query.done && (
        <Callout tone="positive" role="status" title={query.done === 'reset' ? 'The house’s words again.' : 'Saved.'} />
      )}
      <TabLinks
        label="Language"
        links={[
          { href: href({ locale: 'en' }), label: 'English', current: locale === 'en' },
          { href: href({ locale: 'zh' }), label: '中文', current: locale === 'zh' },
        ]}
      />
      <TabLinks
        label="Mails"
        links={TEMPLATE_KINDS.map((each) => ({
          href: href({ kind: each }),
          label: `${TEMPLATE_NAMES[each]}${template.changed.includes(each) ? ' •' : ''}`,
          current: each === kind,
        }))}
      />
      <TemplateForm
        key={`${kind} ${locale} ${template.version}`}
        action={saveTemplate.bind(null, slug)}
        template={{ ...template, kind, locale }}
      />
      {template.isOwn && (
        <form action={resetTemplate.bind(null, slug)}>
          <input type="hidden" name="kind" value={kind} />
          <input type="hidden" name="locale" value={locale} />
          <SubmitButton variant="secondary" pendingLabel="Resetting …">
            Back to the house’s words
          </SubmitButton>
        </form>
      )}
      <section className="stack">
        <SectionHead title="What can be filled in" />
        <p>
          A placeholder that would be empty for somebody is refused, with the proposals concerned. What is only
          sometimes there goes into a section: <code>{'{#reason}We say: {reason}{/reason}'}</code> is left out where
          there is none.
        </p>
        <Table
          caption="Placeholders"
          captionHidden
          rows={placeholdersOf(kind)}
          rowKey={(name) => name}
          columns={[
            { key: 'name', label: 'Placeholder', heads: true, cell: (name) => <code>{`{${name}}`}</code> },
            { key: 'is', label: 'Is', cell: (name) => PLACEHOLDERS[name] },
          ]}
        />
      </section>
    </AdminFrame>
  )
}
