import { Callout } from '@/components/callout'
import { PageHeader } from '@/components/page-header'
import { gateEventPage } from '@/features/access/gate'
import { saveReviewerWish } from '@/features/assignments/actions'
import { WishForm } from '@/features/assignments/components/wish-form'
import { getWish } from '@/features/assignments/queries/loads'
import { languageName } from '@/lib/languages'
import { AdminFrame } from '../../../../../_frame/admin-frame'

export const metadata = { title: 'What I like to review' }

type Props = { params: Promise<{ event: string }>; searchParams: Promise<{ done?: string }> }

export default async function PreferencesPage({ params, searchParams }: Props) {
  const { event: slug } = await params
  const here = `/admin/events/${slug}/review/preferences`
  const { actor, event } = await gateEventPage('/admin/events/[event]/review/preferences', slug, here)
  const [{ done }, { tracks, tags, languages, wish }] = [await searchParams, await getWish(event, actor.id)]
  return (
    <AdminFrame actor={actor} event={event} here="/admin/events/[event]/review">
      <PageHeader
        look="plain"
        title="What I like to review"
        lede="The chairs’ plan gives you what you know and like, as far as everybody’s wishes allow. What you know is read from your profile."
      />
      {done === 'saved' && <Callout tone="positive" role="status" title="Saved. The next plan counts with it." />}
      <WishForm
        key={wish.version}
        action={saveReviewerWish.bind(null, slug)}
        tracks={tracks}
        tags={tags}
        languages={languages.map((value) => ({ value, label: languageName(value, 'en') }))}
        wish={wish}
      />
    </AdminFrame>
  )
}
