import { z } from 'zod'

export const ROLES = [
  'reader',
  'speaker',
  'reviewer',
  'chair',
  'scheduler',
  'editor',
  'ambassador-manager',
  'admin',
] as const
export const Role = z.enum(ROLES)
export type Role = z.infer<typeof Role>

export const VERBS = ['get', 'list', 'create', 'update', 'decide', 'announce', 'release', 'send', 'sync'] as const
export type Verb = (typeof VERBS)[number]

export const RESOURCES = [
  'profile',
  'proposals/own',
  'desk',
  'events',
  'proposals',
  'proposals/identity',
  'reviews',
  'reviews/own',
  'assignments',
  'decisions',
  'schedule',
  'mail',
  'team',
  'settings',
  'statistics',
  'content',
  'ambassadors',
  'people',
  'access',
  'audit',
] as const
export type Resource = (typeof RESOURCES)[number]

/** Gives a role everywhere (`eventId` null) or in one event. */
export interface Binding {
  role: Role
  eventId: string | null
}

/** Whoever asks: a visitor, a signed-in person, or a service with a token. */
export type Actor =
  | { kind: 'visitor' }
  | { kind: 'person'; id: string; name: string; slug: string; email: string | null; bindings: Binding[] }
  | { kind: 'service'; id: string; name: string; bindings: Binding[] }

export type Person = Extract<Actor, { kind: 'person' }>

/** An event that somebody has been let into. Only `enter` makes one, so nothing reads an event's insides ungated. */
export interface AuthorizedEvent {
  id: string & { readonly __authorized: true }
  slug: string
  name: string
  timeZone: string
}
