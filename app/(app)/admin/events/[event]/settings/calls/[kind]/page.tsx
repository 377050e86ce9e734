import { notFound } from 'next/navigation'
import { Breadcrumb } from '@/components/breadcrumb'
import { Button, LinkButton } from '@/components/button'
import { Callout } from '@/components/callout'
import { PageHeader, SectionHead } from '@/components/page-header'
import { gateEventPage } from '@/features/access/gate'
import { addCode, endCode, removeCall, saveCall } from '@/features/calls/actions'
import { callValues } from '@/features/calls/components/builder-values'
import { CallForm } from '@/features/calls/components/call-form'
import { CodeList } from '@/features/calls/components/code-list'
import { NewCodeForm } from '@/features/calls/components/new-code-form'
import { getCallSettings, getFormSettings } from '@/features/calls/queries/settings'
import { CALL_REFUSALS, refusalWords } from '@/features/calls/rules/refusals'
import { CALL_KINDS, callName, KIND_CHOICES } from '@/features/calls/schema/call'
import { ZONES } from '@/features/calls/schema/call-form'
import { zoneName } from '@/lib/time-words'
import { AdminFrame } from '../../../../../../_frame/admin-frame'

export const metadata = { title: 'Call' }

type Props = {
  params: Promise<{ event: string; kind: string }>
  searchParams: Promise<{ done?: string; problem?: string }>
}

/** One call of an event; `new` is the form of another. */
export default async function CallSettingsPage({ params, searchParams }: Props) {
  const { event: slug, kind } = await params
  const base = `/admin/events/${slug}/settings`
  const here = `${base}/calls/${kind}`
  const { actor, event } = await gateEventPage('/admin/events/[event]/settings/calls/[kind]', slug, here)
  const says = await searchParams
  const isNew = kind === 'new'
  const [call, settings] = await Promise.all([isNew ? null : getCallSettings(event, kind), getFormSettings(event)])
  if (!call && !isNew) notFound()
  const zone = call?.timeZone ?? event.timeZone
  const problem = refusalWords(CALL_REFUSALS, says.problem)
  const taken = settings.calls.map((each) => each.kind)
  return (
    <AdminFrame actor={actor} event={event} here="/admin/events/[event]/settings">
      <PageHeader
        look="plain"
        breadcrumb={<Breadcrumb items={[{ label: 'Settings', href: base }]} />}
        title={call ? `Call: ${callName(call)}` : 'A new call'}
        lede="A call is open from the moment it is saved, unless it says when it opens."
        actions={call && <LinkButton href={`/events/${slug}/submit?call=${kind}`}>Open its form</LinkButton>}
      />
      {problem && <Callout tone="caution" role="status" title={problem} />}
      {says.done === 'saved' && <Callout tone="positive" role="status" title="The call is saved." />}
      {says.done === 'code-ended' && (
        <Callout tone="positive" role="status" title="The code lets nobody in any more." />
      )}
      <CallForm
        key={call?.version ?? 0}
        action={saveCall.bind(null, slug, call?.kind ?? null)}
        kind={call?.kind ?? null}
        kinds={KIND_CHOICES.filter(({ value }) => !taken.includes(value))}
        hasName={call !== null && !(call.kind in CALL_KINDS)}
        values={callValues(call, event.timeZone)}
        version={call?.version ?? 0}
        formats={settings.formats}
        tracks={settings.tracks}
        languages={settings.languages}
        zones={ZONES}
        eventZone={event.timeZone}
      />
      {call && (
        <>
          <section className="stack">
            <SectionHead title="Access codes" aside={call.codes.length} />
            <CodeList
              codes={call.codes}
              timeZone={zone}
              now={new Date()}
              address={(code) => `/events/${slug}/submit?call=${kind}&code=${code}`}
              end={endCode.bind(null, slug, kind)}
            />
            <NewCodeForm action={addCode.bind(null, slug, kind)} zone={zoneName(new Date(), zone, 'en')} />
          </section>
          <section>
            <SectionHead title="Take the call away" />
            <form action={removeCall.bind(null, slug, kind)} className="stack">
              <p className="muted">Only while nobody has proposed to it, and it asks nothing of its own.</p>
              <div>
                <Button type="submit">Remove the call</Button>
              </div>
            </form>
          </section>
        </>
      )}
    </AdminFrame>
  )
}
