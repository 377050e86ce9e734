import { addDays } from 'date-fns'
import { Card } from '@/components/card'
import type { KeyFigure } from '@/components/key-figures'
import { can } from '@/features/access/rules'
import type { Person } from '@/features/access/schema'
import { closingDay } from '@/features/events/rules'
import { formatMoment, formatPlainDate } from '@/lib/time-words'
import type { DeskEvent } from '../queries/desk'

/** One event on the desk: what waits there for this person, most urgent first. */
export function DeskCard({ event, actor }: { event: DeskEvent; actor: Person }) {
  const tasks = tasksFor(event, actor)
  return (
    <Card title={event.name} href={`/admin/events/${event.slug}`} meta={callWords(event)} heading="h2">
      {tasks.length > 0 ? (
        <ul className="plain-list">
          {tasks.map(({ href, words }) => (
            <li key={href}>
              <a href={href}>{words}</a>
            </li>
          ))}
        </ul>
      ) : (
        <p className="muted">Nothing waits for you here.</p>
      )}
    </Card>
  )
}

/** Over anywhere on Earth, nothing left to do there, and among all events for whoever may change it. */
export function isBehind(event: DeskEvent, actor: Person, now: Date): boolean {
  const isOver = event.endsOn !== null && now > addDays(event.endsOn, 2)
  return isOver && tasksFor(event, actor).length === 0 && can(actor, 'update', 'events', { eventId: event.id })
}

/** What somebody can do in an event now, as links with their counts. */
export function tasksFor(event: DeskEvent, actor: Person) {
  const place = { eventId: event.id }
  const base = `/admin/events/${event.slug}`
  const count = (number: number, one: string, many: string) => (number === 1 ? `One ${one}` : `${number} ${many}`)
  const toReview = event.assigned - event.reviewed
  return [
    toReview > 0 &&
      can(actor, 'update', 'reviews/own', place) && {
        href: `${base}/review`,
        words: `${count(toReview, 'proposal waits', 'proposals wait')} for your review`,
      },
    event.toAnnounce > 0 &&
      can(actor, 'announce', 'decisions', place) && {
        href: `${base}/decisions#announce`,
        words: `${count(event.toAnnounce, 'decision has', 'decisions have')} not been announced`,
      },
    event.undecided > 0 &&
      can(actor, 'decide', 'decisions', place) && {
        href: `${base}/decisions`,
        words: `${count(event.undecided, 'proposal is', 'proposals are')} undecided`,
      },
    event.unanswered > 0 &&
      can(actor, 'decide', 'decisions', place) && {
        href: `${base}/proposals?state=accepted`,
        words: `${count(event.unanswered, 'speaker has', 'speakers have')} not answered yet`,
      },
  ].filter((task) => task !== false)
}

/** How an event's call stands, in five figures. */
export function deskFigures(event: DeskEvent): KeyFigure[] {
  const base = `/admin/events/${event.slug}/proposals`
  return [
    { value: event.submitted, label: 'submitted', href: base },
    { value: event.underReviewed, label: 'with fewer than three reviews' },
    { value: event.undecided, label: 'undecided', href: `${base}?state=submitted` },
    { value: event.unanswered, label: 'wait for an answer', href: `${base}?state=accepted` },
    { value: event.confirmed, label: 'confirmed', href: `${base}?state=confirmed` },
  ]
}

export function callWords({ opensAt, closesAt, closesByDay, timeZone }: DeskEvent): string {
  const now = new Date()
  if (opensAt && opensAt > now) return `The call opens on ${formatMoment(opensAt, timeZone, 'en')}`
  if (!closesAt) return opensAt ? 'The call is open without an end' : 'No call is stated'
  const words = closesByDay ? formatPlainDate(closingDay(closesAt), 'en') : formatMoment(closesAt, timeZone, 'en')
  return closesAt > now ? `The call is open until ${words}` : `The call closed on ${words}`
}
