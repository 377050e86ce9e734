import { Callout } from '@/components/callout'
import type { AuthorizedEvent, Person } from '@/features/access/schema'
import { previewDecisions } from '@/features/decisions/actions'
import { DecisionPreview } from '@/features/decisions/components/decision-preview'
import { Suggestion } from '@/features/decisions/components/suggestion'
import { bestProgramme, namedIn } from '@/features/decisions/rules/programme'
import { openProgramme } from '@/features/decisions/rules/room'
import type { DecisionRoom } from '@/features/decisions/schema'
import { decideProposals } from '@/features/proposals/actions'
import { decideProposals as decide } from '@/features/proposals/commands/decide'
import type { readDecisionView } from '@/features/proposals/components/decision-view'
import { REFUSALS } from '@/features/proposals/table'
import { describePlaces, type Placed } from '@/features/ranking/queries/ranking'

interface Props {
  actor: Person
  event: AuthorizedEvent
  view: ReturnType<typeof readDecisionView>
  ranking: Placed[]
  room: DecisionRoom
  base: string
}

/** What a decision would change, by a dry run of the very command; or the programme that the scores suggest. */
export async function BeforeDeciding({ actor, event, view, ranking, room, base }: Props) {
  const { would, codes, reason } = view
  if (would === null || codes.length === 0) {
    const scores = new Map(ranking.flatMap(({ code, calibrated }) => (calibrated === null ? [] : [[code, calibrated]])))
    const undecided = new Set(ranking.filter(({ state }) => state === 'submitted').map(({ code }) => code))
    const open = openProgramme(room, scores, (code) => undecided.has(code))
    const programme = bestProgramme(open.candidates, open.room)
    const named = new Set(namedIn(programme))
    const shown = ranking.filter(({ code }) => named.has(code))
    return (
      <Suggestion
        programme={programme}
        ranking={await describePlaces(event, actor, shown)}
        base={base}
        preview={previewDecisions.bind(null, event.slug)}
      />
    )
  }
  const items = codes.map((code) => ({ code, decision: would, reason: reason || null }))
  const outcome = await decide(actor, event, { items, dryRun: true }, new Date())
  if (!outcome.ok)
    return (
      <Callout tone="caution" title="This cannot be decided.">
        {REFUSALS[outcome.reason]} ({outcome.refused.map(({ code }) => code).join(', ')})
      </Callout>
    )
  const shown = await describePlaces(
    event,
    actor,
    ranking.filter(({ code }) => codes.includes(code)),
  )
  return (
    <DecisionPreview
      items={outcome.items}
      titles={new Map(shown.map(({ code, title }) => [code, title]))}
      room={room}
      would={would}
      reason={reason}
      base={base}
      decide={decideProposals.bind(null, event.slug)}
    />
  )
}
