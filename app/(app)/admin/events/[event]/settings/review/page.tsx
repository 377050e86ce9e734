import { Callout } from '@/components/callout'
import { PageHeader, SectionHead } from '@/components/page-header'
import { gateEventPage } from '@/features/access/gate'
import { removeCriterion, removeRound, saveCriterion, saveRound } from '@/features/reviews/actions/settings'
import { CriterionForm } from '@/features/reviews/components/criterion-form'
import { RemoveForm } from '@/features/reviews/components/remove-form'
import { RoundForm } from '@/features/reviews/components/round-form'
import { criterionFacts, roundFacts, settingsNotice } from '@/features/reviews/components/settings-words'
import { listCriteria } from '@/features/reviews/queries/review'
import { countUses, listRounds } from '@/features/reviews/queries/rounds'
import { FIRST_ROUND } from '@/features/reviews/rules/rounds'
import { criterionValues, roundValues } from '@/features/reviews/schema/settings'
import { wallClock } from '@/lib/time'
import { AdminFrame } from '../../../../../_frame/admin-frame'

export const metadata = { title: 'Rounds and criteria' }

type Props = { params: Promise<{ event: string }>; searchParams: Promise<{ done?: string; problem?: string }> }

export default async function ReviewSettingsPage({ params, searchParams }: Props) {
  const { event: slug } = await params
  const here = `/admin/events/${slug}/settings/review`
  const { actor, event } = await gateEventPage('/admin/events/[event]/settings/review', slug, here)
  const [rounds, criteria, uses] = await Promise.all([
    listRounds(event.id),
    listCriteria(event.id),
    countUses(event.id),
  ])
  const notice = settingsNotice(await searchParams)
  const now = new Date()
  const zone = event.timeZone
  const wall = (at: Date) => wallClock(at, zone).slice(0, 16)
  const choices = rounds.flatMap(({ id, name }) => (id ? [{ id, name }] : []))
  return (
    <AdminFrame actor={actor} event={event} here="/admin/events/[event]/settings/review">
      <PageHeader
        look="plain"
        title="Rounds and criteria"
        lede="How proposals are reviewed: when, by which rules, and what is scored."
      />
      {notice && (
        <Callout tone={notice.tone} role="status">
          {notice.text}
        </Callout>
      )}
      <section className="stack">
        <SectionHead title="Rounds" />
        {rounds.length === 0 && (
          <p className="muted">There is none yet: proposals are reviewed at any time, without names.</p>
        )}
        {rounds.map((round) => (
          <RoundForm
            id={`round-${round.id}`}
            key={`${round.id} ${round.version}`}
            action={saveRound.bind(null, slug, round.id)}
            values={roundValues(round, wall)}
            zone={zone}
            fold={{
              title: round.name,
              facts: roundFacts(round, { now, zone }),
              below: (
                <RemoveForm
                  title={round.name}
                  uses={uses.rounds.get(round.id ?? '') ?? 0}
                  action={removeRound.bind(null, slug, round.id ?? '')}
                />
              ),
            }}
          />
        ))}
        <RoundForm
          id="new-round"
          key={`new ${rounds.length}`}
          action={saveRound.bind(null, slug, null)}
          values={roundValues({ ...FIRST_ROUND, name: '' }, wall)}
          zone={zone}
          fold={{ title: 'Add a round', isOpen: rounds.length === 0 }}
        />
      </section>
      <section className="stack">
        <SectionHead title="Criteria" />
        {criteria.map((criterion) => (
          <CriterionForm
            id={`criterion-${criterion.id}`}
            key={`${criterion.id} ${criterion.version}`}
            action={saveCriterion.bind(null, slug, criterion.id)}
            values={criterionValues(criterion)}
            rounds={choices}
            fold={{
              title: criterion.name,
              facts: criterionFacts(criterion, choices),
              below: (
                <RemoveForm
                  title={criterion.name}
                  uses={uses.criteria.get(criterion.id) ?? 0}
                  action={removeCriterion.bind(null, slug, criterion.id)}
                />
              ),
            }}
          />
        ))}
        <CriterionForm
          id="new-criterion"
          key={`new ${criteria.length}`}
          action={saveCriterion.bind(null, slug, null)}
          values={criterionValues({ position: criteria.length })}
          rounds={choices}
          fold={{ title: 'Add a criterion', isOpen: criteria.length === 0 }}
        />
      </section>
    </AdminFrame>
  )
}
