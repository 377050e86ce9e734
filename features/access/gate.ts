import { forbidden, notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { enteredForm, isAskable } from '@/lib/entered'
import { getSessionPersonId } from '@/lib/session'
import { asUuid } from '@/lib/uuid'
import { type AuthorizedEvent, enter, getPersonActor } from './queries'
import type { Actor, Person } from './schema'
import { ACTIONS, type ActionName, PAGES, type PagePath } from './table'

/** Who asks for this page or sends this form; looked up once a request. */
export const getActor = cache(async (): Promise<Actor> => {
  const id = await getSessionPersonId()
  return (id && (await getPersonActor(id))) || { kind: 'visitor' }
})

/** The gate of a page outside any event. `here` is where a sign-in comes back to. */
export async function gatePage(path: PagePath, here: string): Promise<Person> {
  const actor = await getActor()
  const entry = await enter(PAGES[path], actor, null)
  return person(actor, entry.ok ? null : entry.reason, here)
}

/** The gate of a page of demo mode, where visitors are let in too; elsewhere it is not there. */
export async function gateDemo(path: PagePath): Promise<Actor> {
  const actor = await getActor()
  const entry = await enter(PAGES[path], actor, null)
  if (!entry.ok) turnAway(entry.reason, '/me')
  return actor
}

/** The gate of a page inside an event. */
export async function gateEventPage(
  path: PagePath,
  eventSlug: string,
  here: string,
): Promise<{ actor: Person; event: AuthorizedEvent }> {
  const actor = await getActor()
  const entry = await enter(PAGES[path], actor, eventSlug)
  const somebody = person(actor, entry.ok ? null : entry.reason, here)
  if (!entry.ok || !entry.event) notFound()
  return { actor: somebody, event: entry.event }
}

/** The same of a file inside an event, for whoever fetches it: an answer in place of a page. `home` is where it is offered. */
export async function gateFile(
  path: PagePath,
  eventSlug: string,
  home: string,
): Promise<{ actor: Actor; event: AuthorizedEvent } | Response> {
  const actor = await getActor()
  const entry = await enter(PAGES[path], actor, eventSlug)
  if (entry.ok && entry.event) return { actor, event: entry.event }
  const headers = { 'cache-control': 'no-store' }
  if (entry.ok || entry.reason !== 'unauthenticated')
    return new Response(null, { status: entry.ok || entry.reason === 'not-found' ? 404 : 403, headers })
  const location = `/sign-in?next=${encodeURIComponent(home)}`
  return new Response(null, { status: 303, headers: { location, ...headers } })
}

/**
 * A server action behind its row of the access table. `whenSignedOut` answers instead of the sign-in page where
 * something typed would be lost.
 */
export function action<Args extends unknown[], Result>(
  name: ActionName,
  handle: (actor: Actor, ...args: Args) => Promise<Result>,
  whenSignedOut?: () => Promise<NoInfer<Result>>,
) {
  return async (...sent: Args): Promise<Result> => {
    const args = asEntered(sent)
    const actor = await getActor()
    const entry = await enter(ACTIONS[name], actor, null)
    if (!entry.ok && entry.reason === 'unauthenticated' && whenSignedOut) return whenSignedOut()
    if (!entry.ok) turnAway(entry.reason, '/me')
    return handle(actor, ...args)
  }
}

/** The same for what only a person does, with or without an event: no service has a browser. */
export function personAction<Args extends unknown[], Result>(
  name: ActionName,
  handle: (actor: Person, ...args: Args) => Promise<Result>,
  whenSignedOut?: () => Promise<NoInfer<Result>>,
) {
  return action(name, (actor, ...args: Args) => handle(person(actor, null, '/me'), ...args), whenSignedOut)
}

/** The same for what is done to one thing, named by its id: what is no id names nothing. */
export function idAction<Args extends unknown[], Result>(
  name: ActionName,
  handle: (actor: Person, id: string, ...args: Args) => Promise<Result>,
  whenSignedOut?: () => Promise<NoInfer<Result>>,
) {
  const named = (actor: Person, id: string, ...args: Args) => {
    if (asUuid(id) === null) notFound()
    return handle(actor, id, ...args)
  }
  return personAction(name, named, whenSignedOut)
}

/**
 * A server action whose first argument is the slug of the event in which it acts. `whenSignedOut` answers instead of
 * the sign-in page where something typed would be lost.
 */
export function eventAction<Args extends unknown[], Result>(
  name: ActionName,
  handle: (actor: Person, event: AuthorizedEvent, ...args: Args) => Promise<Result>,
  whenSignedOut?: (eventSlug: string, ...args: NoInfer<Args>) => Promise<NoInfer<Result>>,
) {
  return async (eventSlug: string, ...sent: Args): Promise<Result> => {
    const args = asEntered(sent)
    if (typeof eventSlug !== 'string' || !isAskable(eventSlug)) notFound()
    const actor = await getActor()
    const entry = await enter(ACTIONS[name], actor, eventSlug)
    if (!entry.ok && entry.reason === 'unauthenticated' && whenSignedOut) return whenSignedOut(eventSlug, ...args)
    const somebody = person(actor, entry.ok ? null : entry.reason, `/events/${eventSlug}`)
    if (!entry.ok || !entry.event) notFound()
    return handle(somebody, entry.event, ...args)
  }
}

/** Forms as everything is kept that is typed; of whatever else a browser sent, what can be there at all. */
function asEntered<Args extends unknown[]>(sent: Args): Args {
  const args = sent.map((arg) => (arg instanceof FormData ? enteredForm(arg) : arg))
  if (!args.every((arg) => arg instanceof FormData || isAskable(arg))) notFound()
  return args as Args // one for one
}

function person(actor: Actor, reason: 'unauthenticated' | 'forbidden' | 'not-found' | null, here: string): Person {
  if (reason) turnAway(reason, here)
  if (actor.kind !== 'person') turnAway('unauthenticated', here)
  return actor
}

function turnAway(reason: 'unauthenticated' | 'forbidden' | 'not-found', here: string): never {
  if (reason === 'unauthenticated') redirect(`/sign-in?next=${encodeURIComponent(here)}`)
  if (reason === 'forbidden') forbidden()
  notFound()
}
