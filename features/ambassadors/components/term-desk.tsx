import { Callout } from '@/components/callout'
import { SectionHead } from '@/components/page-header'
import { formatPlainDate } from '@/lib/time-words'
import { correctTerm, endTerm, restoreTerm, takeTermBack } from '../actions/terms'
import type { getTerm } from '../queries/terms'
import { movesOf } from '../rules/by-hand'
import { TERM_REFUSALS } from '../schema/terms'
import { CorrectTermForm, EndTermForm, TermButton } from './term-forms'

type Props = { term: NonNullable<Awaited<ReturnType<typeof getTerm>>>; today: string; isOwn: boolean }

/** All that staff can do with one term, as far as it can be done today. */
export function TermDesk({ term, today, isOwn }: Props) {
  const { id, startsOn, endsOn, cutShort } = term
  const { canEnd, canTakeBack } = movesOf(term, today)
  if (isOwn) return <Callout>{TERM_REFUSALS.own?.says}</Callout>
  return (
    <>
      {cutShort && (
        <section>
          <SectionHead title="Undo the early end" />
          <p className="measure">
            Before it was ended early this term had {formatPlainDate(cutShort.endsOn, 'en')} as its last day
            {cutShort.following.length > 0 && ', and another followed it'}.
          </p>
          <TermButton action={restoreTerm.bind(null, id)} title="It was not undone" label="Undo the early end" />
        </section>
      )}
      <section>
        <SectionHead title="Correct the days" />
        <CorrectTermForm
          key={`${startsOn} ${endsOn}`}
          action={correctTerm.bind(null, id)}
          initial={{ startsOn: startsOn ?? '', endsOn: endsOn ?? '' }}
        />
      </section>
      {canEnd && (
        <section>
          <SectionHead title="End it early" aside="A term that was to follow goes too. It can be undone." />
          <EndTermForm action={endTerm.bind(null, id)} today={today} />
        </section>
      )}
      {canTakeBack && (
        <section>
          <SectionHead title="Take it back" aside="For a mistake: the term goes from their page and the change log." />
          <TermButton action={takeTermBack.bind(null, id)} title="It was not taken back" label="Take the term back" />
        </section>
      )}
    </>
  )
}
