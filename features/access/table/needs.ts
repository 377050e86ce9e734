import type { Resource, Verb } from '../schema'

/** What a route asks of whoever calls it. `inEvent`: in the event that its address (or first argument) names. */
export interface Permission {
  verb: Verb
  resource: Resource
  inEvent: boolean
  /** Enough to hold it in any one event: the page then shows those events alone. */
  somewhere?: true
}
/** Open to all; in demo mode alone; one permission; or any of several. */
export type Need = 'open' | 'demo' | Permission | readonly Permission[]

export const needs = (verb: Verb, resource: Resource): Permission => ({ verb, resource, inEvent: false })
export const somewhere = (verb: Verb, resource: Resource): Permission => ({
  verb,
  resource,
  inEvent: false,
  somewhere: true,
})
export const inEvent = (verb: Verb, resource: Resource): Permission => ({ verb, resource, inEvent: true })

/** The committee in this event, or a speaker for what is their own: the command tells which. */
export const committeeOrOwn = (verb: Verb) => [inEvent(verb, 'proposals'), needs(verb, 'proposals/own')] as const
