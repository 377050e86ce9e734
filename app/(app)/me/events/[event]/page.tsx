import { notFound } from 'next/navigation'
import { Breadcrumb } from '@/components/breadcrumb'
import { Button } from '@/components/button'
import { Callout } from '@/components/callout'
import { PageHeader, SectionHead } from '@/components/page-header'
import { gatePage } from '@/features/access/gate'
import { forgetSpeakerNeeds, refreshSnapshot, saveSpeakerNeeds } from '@/features/proposals/actions/talks'
import { initialNeeds } from '@/features/proposals/components/initial-needs'
import { NeedsForm } from '@/features/proposals/components/needs-form'
import { getOwnNeeds } from '@/features/proposals/queries/needs'
import { formatDate, zoneName } from '@/lib/time-words'
import { PersonFrame } from '../../../_frame/person-frame'

export const metadata = { title: 'You at an event' }

type Props = { params: Promise<{ event: string }>; searchParams: Promise<{ done?: string }> }

const DONE: Record<string, string> = {
  forgotten: 'What you had told us is deleted.',
  refreshed: 'The programme goes by your profile of today.',
}

export default async function OwnEventPage({ params, searchParams }: Props) {
  const { event: slug } = await params
  const person = await gatePage('/me/events/[event]', `/me/events/${slug}`)
  const own = await getOwnNeeds(person, slug)
  if (!own) notFound()
  const { done = '' } = await searchParams
  const { event, snapshot } = own
  const now = new Date()
  return (
    <PersonFrame here="">
      <PageHeader
        look="plain"
        breadcrumb={<Breadcrumb items={[{ label: 'Your proposals', href: '/me' }]} />}
        kicker={event.name}
        title="You at this event"
      />
      <div className="form-column">
        {DONE[done] && (
          <Callout tone="positive" role="status">
            {DONE[done]}
          </Callout>
        )}
        <NeedsForm
          action={saveSpeakerNeeds.bind(null, event.slug)}
          initial={initialNeeds(own, now)}
          zone={zoneName(now, event.timeZone, 'en')}
          event={event.name}
        />
        {(own.needs || own.times.length > 0) && (
          <form action={forgetSpeakerNeeds.bind(null, event.slug)}>
            <Button type="submit" variant="quiet">
              Delete all of this now
            </Button>
          </form>
        )}
        <section>
          <SectionHead title="Your profile in the programme" />
          {snapshot ? (
            <form action={refreshSnapshot.bind(null, event.slug)} className="stack">
              <p>
                The programme goes by your <a href="/me/profile">profile</a> as it was on{' '}
                {formatDate(snapshot.takenAt, event.timeZone, 'en')}.
              </p>
              <div>
                <Button type="submit">Take my profile as it is today</Button>
              </div>
            </form>
          ) : (
            <p>
              When you hand in a proposal the event keeps your <a href="/me/profile">profile</a> as it is then.
            </p>
          )}
        </section>
      </div>
    </PersonFrame>
  )
}
