import { LinkButton } from '@/components/button'
import { EmptyState } from '@/components/empty-state'
import { PageHeader } from '@/components/page-header'
import { gatePage } from '@/features/access/gate'
import { TalkList } from '@/features/proposals/components/talk-list'
import { listOpenCalls, listTalks } from '@/features/proposals/queries/talks'
import { PersonFrame } from '../../_frame/person-frame'

export const metadata = { title: 'Your talks' }

export default async function TalksPage() {
  const person = await gatePage('/me/talks', '/me/talks')
  const [talks, calls] = await Promise.all([listTalks(person), listOpenCalls(new Date())])
  return (
    <PersonFrame here="/me/talks">
      <PageHeader
        look="plain"
        title="Your talks"
        lede="What you have written for any event, and where it was proposed. One click makes a talk a new draft for an open call."
      />
      {talks.length > 0 ? (
        <TalkList talks={talks} calls={calls} />
      ) : (
        <EmptyState
          title="You have not written a talk yet"
          actions={
            <LinkButton variant="primary" href="/events">
              See which calls are open
            </LinkButton>
          }
        >
          What you propose to an event is kept here, to be proposed to another.
        </EmptyState>
      )}
    </PersonFrame>
  )
}
