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

export const ROLE_NAMES: Record<Role, string> = {
  reader: 'Reader',
  speaker: 'Speaker',
  reviewer: 'Reviewer',
  chair: 'Chair',
  scheduler: 'Scheduler',
  editor: 'Editor',
  'ambassador-manager': 'Ambassador manager',
  admin: 'Administrator',
}

export const VERBS = ['get', 'list', 'create', 'update', 'decide', 'announce', 'release', 'send', 'sync'] as const
export type Verb = (typeof VERBS)[number]

export const RESOURCES = [
  'profile',
  'proposals/own',
  'desk',
  'events',
  'proposals',
  'proposals/identity',
  'availability',
  'needs',
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
  'posts',
  'posts/own',
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
/** Somebody with a name: a person or a service. */
export type Caller = Exclude<Actor, { kind: 'visitor' }>

/** An event that somebody has been let into. Only `enter` makes one, so nothing reads an event's insides ungated. */
export interface AuthorizedEvent {
  id: string & { readonly __authorized: true }
  slug: string
  name: string
  timeZone: string
}

/** An address as people type it; stored and compared in lower case. */
export const Email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'Enter an e-mail address like name@example.org')
  .pipe(z.email('Enter an e-mail address like name@example.org'))

/** An address out of somebody else's link, or null: shown only where it is one. */
export const asEmail = (value: unknown): string | null => Email.safeParse(value).data ?? null

/** For so long a mailed link counts. */
export const LINK_MINUTES = 15

/** The roles that belong to one event; the others are for the whole foundation. */
export const EVENT_ROLES = ['reviewer', 'chair', 'scheduler'] as const

export const NewBinding = z.object({ email: Email, role: z.enum(ROLES, 'Choose a role') })
export const NewTeamBinding = z.object({ email: Email, role: z.enum(EVENT_ROLES, 'Choose a role') })
export type NewBinding = z.infer<typeof NewBinding>

/** What a form with one error shows again. */
export interface FormState {
  values: Record<string, string>
  errors: Record<string, string>
  /** What has just been done, for a form that stays. */
  done?: string
}
