import { notFound } from 'next/navigation'
import { Breadcrumb } from '@/components/breadcrumb'
import { Callout } from '@/components/callout'
import { EmptyState } from '@/components/empty-state'
import { PageHeader } from '@/components/page-header'
import { gatePage } from '@/features/access/gate'
import { callName } from '@/features/calls/schema/call'
import { moveToCall } from '@/features/proposals/actions/talks'
import { MovePreview } from '@/features/proposals/components/move-preview'
import { getMove } from '@/features/proposals/queries/moving'
import { REFUSALS } from '@/features/proposals/table'
import { PersonFrame } from '../../../../_frame/person-frame'

export const metadata = { title: 'Another call' }

type Props = { params: Promise<{ code: string }>; searchParams: Promise<{ to?: string; problem?: string }> }

/** Moves a draft to another call of its event: first which, then what that leaves behind. */
export default async function MovePage({ params, searchParams }: Props) {
  const { code } = await params
  const person = await gatePage('/me/proposals/[code]/move', `/me/proposals/${code}/move`)
  const { to: wanted = null, problem } = await searchParams
  const move = await getMove(person, code, new Date())
  if (!move) notFound()
  const { calls, event } = move
  const chosen = calls.find(({ call }) => call.kind === wanted)
  const to = chosen?.call
  const here = `/me/proposals/${move.code}`
  const refusal = Object.entries(REFUSALS).find(([word]) => word === problem)?.[1]
  return (
    <PersonFrame here="">
      <PageHeader
        look="plain"
        breadcrumb={
          <Breadcrumb
            items={[
              { label: 'Your proposals', href: '/me' },
              { label: move.title || move.code, href: here },
            ]}
          />
        }
        kicker={event.name}
        title={to ? `Move it to: ${callName(to)}` : 'Move it to another call'}
      />
      <div className="form-column">
        {refusal && <Callout tone="caution" role="status" title={refusal} />}
        {chosen && to ? (
          <MovePreview
            left={chosen.left}
            names={move.names}
            call={callName(to)}
            move={moveToCall.bind(null, event.slug, move.code, to.kind)}
          />
        ) : calls.length > 0 ? (
          <ul className="plain-list">
            {calls.map(({ call }) => (
              <li key={call.kind}>
                <a href={`${here}/move?${new URLSearchParams({ to: call.kind })}`}>{callName(call)}</a>
              </li>
            ))}
          </ul>
        ) : (
          <EmptyState title="No other call is open">{event.name} takes proposals in no other call now.</EmptyState>
        )}
      </div>
    </PersonFrame>
  )
}
