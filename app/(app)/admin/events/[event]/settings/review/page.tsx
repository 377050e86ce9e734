import { Callout } from '@/components/callout'
import { PageHeader, SectionHead } from '@/components/page-header'
import { gateEventPage } from '@/features/access/gate'
import { removeCriterion, removeRound, saveCriterion, saveRound } from '@/features/reviews/actions/settings'
import { CriterionForm } from '@/features/reviews/components/criterion-form'
import { RoundForm } from '@/features/reviews/components/round-form'
import { SettingsList } from '@/features/reviews/components/settings-list'
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
      <section>
        <SectionHead title="Rounds" />
        {rounds.length === 0 && (
          <p className="muted">There is none yet: proposals are reviewed at any time, without names.</p>
        )}
        <SettingsList
          items={rounds.map((round) => ({
            key: round.id ?? '',
            title: round.name,
            facts: roundFacts(round, { now, zone }),
            uses: uses.rounds.get(round.id ?? '') ?? 0,
            remove: removeRound.bind(null, slug, round.id ?? ''),
            form: (
              <RoundForm
                id={`round-${round.id}`}
                key={round.version}
                action={saveRound.bind(null, slug, round.id)}
                values={roundValues(round, wall)}
                zone={zone}
              />
            ),
          }))}
          add={{
            title: 'Add a round',
            form: (
              <RoundForm
                id="new-round"
                action={saveRound.bind(null, slug, null)}
                values={roundValues({ ...FIRST_ROUND, name: '' }, wall)}
                zone={zone}
              />
            ),
          }}
        />
      </section>
      <section>
        <SectionHead title="Criteria" />
        <SettingsList
          items={criteria.map((criterion) => ({
            key: criterion.id,
            title: criterion.name,
            facts: criterionFacts(criterion, choices),
            uses: uses.criteria.get(criterion.id) ?? 0,
            remove: removeCriterion.bind(null, slug, criterion.id),
            form: (
              <CriterionForm
                id={`criterion-${criterion.id}`}
                key={criterion.version}
                action={saveCriterion.bind(null, slug, criterion.id)}
                values={criterionValues(criterion)}
                rounds={choices}
              />
            ),
          }))}
          add={{
            title: 'Add a criterion',
            form: (
              <CriterionForm
                id="new-criterion"
                action={saveCriterion.bind(null, slug, null)}
                values={criterionValues({ position: criteria.length })}
                rounds={choices}
              />
            ),
          }}
        />
      </section>
    </AdminFrame>
  )
}
