import { TabLinks } from '@/components/tab-links'
import { callName } from '../schema/call'

type Props = { calls: { kind: string; name: string }[]; current: string; eventSlug: string }

/** The calls of an event, to choose the one that a proposal goes to. */
export function CallTabs({ calls, current, eventSlug }: Props) {
  return (
    <TabLinks
      label="Which call"
      links={calls.map((call) => ({
        label: callName(call),
        href: `/events/${eventSlug}/submit?call=${call.kind}`,
        current: call.kind === current,
      }))}
    />
  )
}
