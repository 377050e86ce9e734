import { notFound } from 'next/navigation'
import { Breadcrumb } from '@/components/breadcrumb'
import { Callout } from '@/components/callout'
import { ConflictForm } from '@/components/conflict-form'
import { PageHeader } from '@/components/page-header'
import { gatePage } from '@/features/access/gate'
import { castVote, decideApplication, declareConflict } from '@/features/ambassadors/actions/review'
import { ApplicationText } from '@/features/ambassadors/components/application-text'
import { DecisionForm } from '@/features/ambassadors/components/decision-form'
import { VoteForm } from '@/features/ambassadors/components/vote-form'
import { VoteList } from '@/features/ambassadors/components/vote-list'
import { getApplication } from '@/features/ambassadors/queries/applications'
import { REFUSALS } from '@/features/ambassadors/schema'
import { AdminFrame } from '../../../_frame/admin-frame'

export const metadata = { title: 'Application' }

type Props = { params: Promise<{ number: string }>; searchParams: Promise<{ done?: string }> }

const DONE: Record<string, string> = {
  voted: 'Your vote is counted. You may change it until the decision.',
  conflict: 'Your conflict is noted. Others decide.',
  decided: 'It is decided, and the letter is on its way.',
}

export default async function ApplicationPage({ params, searchParams }: Props) {
  const [{ number }, { done = '' }] = await Promise.all([params, searchParams])
  const actor = await gatePage('/admin/ambassadors/[number]', `/admin/ambassadors/${number}`)
  const application = /^\d{1,9}$/.test(number) ? await getApplication(actor, Number(number)) : null
  if (!application) notFound()
  const { voteRefusal, decisionRefusal, person, mine } = application
  return (
    <AdminFrame actor={actor} here="/admin/ambassadors">
      <PageHeader
        look="plain"
        breadcrumb={<Breadcrumb items={[{ href: '/admin/ambassadors', label: 'Ambassadors' }]} />}
        title={person.name}
        lede={<a href={`/admin/people/${person.slug}`}>Their profile</a>}
      />
      {DONE[done] && (
        <Callout tone="positive" role="status">
          {DONE[done]}
        </Callout>
      )}
      {voteRefusal && <Callout>{REFUSALS[voteRefusal]}</Callout>}
      <ApplicationText application={application} />
      {!application.isBlind && <VoteList application={application} />}
      {voteRefusal === null && (
        <>
          <VoteForm action={castVote.bind(null, application.number)} mine={mine} />
          <ConflictForm
            action={declareConflict.bind(null, application.number)}
            label="What connects you with them"
            hint="Your vote goes, and you neither vote nor decide any more. It cannot be taken back."
          />
          <DecisionForm
            action={decideApplication.bind(null, application.number)}
            refusal={decisionRefusal ? (REFUSALS[decisionRefusal] ?? null) : null}
          />
        </>
      )}
    </AdminFrame>
  )
}
