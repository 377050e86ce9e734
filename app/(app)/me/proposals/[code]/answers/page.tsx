import { notFound } from 'next/navigation'
import { Breadcrumb } from '@/components/breadcrumb'
import { Callout } from '@/components/callout'
import { EmptyState } from '@/components/empty-state'
import { PageHeader } from '@/components/page-header'
import { gatePage } from '@/features/access/gate'
import { listFileNames } from '@/features/calls/queries/questions'
import { fileIdsIn } from '@/features/calls/rules/form'
import { saveLaterAnswers } from '@/features/proposals/actions/later'
import { LaterForm } from '@/features/proposals/components/later-form'
import { OwedList } from '@/features/proposals/components/owed-list'
import { getLaterAnswers } from '@/features/proposals/queries/later'
import { PersonFrame } from '../../../../_frame/person-frame'

export const metadata = { title: 'Your answers' }

type Props = { params: Promise<{ code: string }>; searchParams: Promise<{ done?: string }> }

const DONE: Record<string, string> = {
  saved: 'Your answers are saved.',
  some: 'Your answers are saved. Some that the event must have are still missing.',
}

export default async function LaterAnswersPage({ params, searchParams }: Props) {
  const { code } = await params
  const person = await gatePage('/me/proposals/[code]/answers', `/me/proposals/${code}/answers`)
  const now = new Date()
  const later = await getLaterAnswers(person, code, now)
  if (!later) notFound()
  const { done = '' } = await searchParams
  const { questions, answers, aboutMe, version, facts, event } = later
  const files = await listFileNames(fileIdsIn(questions, { text: { answers }, aboutMe }))
  const initial = { answers, aboutMe, version, errors: [], problem: null, current: [] }
  return (
    <PersonFrame here="">
      <PageHeader
        look="plain"
        breadcrumb={
          <Breadcrumb
            items={[
              { label: 'Your proposals', href: '/me' },
              { label: later.title || later.code, href: `/me/proposals/${later.code}` },
            ]}
          />
        }
        kicker={event.name}
        title="Your answers"
        lede="What the event still asks. Each who speaks answers for themselves; what is about the proposal anyone of you may answer."
      />
      <div className="form-column">
        {DONE[done] && <Callout tone={done === 'some' ? 'caution' : 'positive'} role="status" title={DONE[done]} />}
        <OwedList unanswered={later.unanswered} reader={person.id} />
        {questions.length > 0 ? (
          <LaterForm
            key={version}
            action={saveLaterAnswers.bind(null, event.slug, later.code)}
            initial={initial}
            questions={questions}
            facts={facts}
            files={files}
            now={now}
          />
        ) : (
          <EmptyState title="Nothing is asked of you now">
            What you answered when you handed it in stands as it was.
          </EmptyState>
        )}
      </div>
    </PersonFrame>
  )
}
