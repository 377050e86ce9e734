import { LinkButton } from '@/components/button'
import { EmptyState } from '@/components/empty-state'
import { PageHeader } from '@/components/page-header'
import { gatePage } from '@/features/access/gate'
import { OwnList } from '@/features/proposals/components/own-list'
import { listOwnProposals } from '@/features/proposals/queries/own'
import { PersonFrame } from '../_frame/person-frame'

export const metadata = { title: 'Your proposals' }

export default async function MePage() {
  const person = await gatePage('/me', '/me')
  const proposals = await listOwnProposals(person, null, new Date())
  const waiting = proposals.filter(({ state }) => state === 'accepted').length
  return (
    <PersonFrame here="/me">
      <PageHeader
        look="plain"
        title="Your proposals"
        lede={waiting > 0 ? `${waiting === 1 ? 'One waits' : `${waiting} wait`} for your answer.` : undefined}
        actions={<LinkButton href="/events">Find an open call</LinkButton>}
      />
      {proposals.length > 0 ? (
        <OwnList proposals={proposals} caption="Your proposals" />
      ) : (
        <EmptyState
          title="You have not proposed anything yet"
          actions={
            <LinkButton variant="primary" href="/events">
              See which calls are open
            </LinkButton>
          }
        >
          Calls for proposals are listed with the events. A draft that you begin there shows up here.
        </EmptyState>
      )}
    </PersonFrame>
  )
}
