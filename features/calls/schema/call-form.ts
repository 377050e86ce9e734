import { z } from 'zod'
import { Slug } from '@/lib/slug'
import { line, momentOf, orNull, text, ticked, Wall, wholeNumber } from './forms'

export function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}

/** Every zone that this system knows. */
export const ZONES = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]

export const TimeZone = z.string().refine(isTimeZone, 'There is no such time zone')

/** A call as its form writes it; moments still as readings of its own clock. */
export const CallForm = z.object({
  kind: Slug.or(z.literal('')).catch(''),
  name: line(80),
  timeZone: orNull(TimeZone),
  opensAt: orNull(Wall),
  closesAt: orNull(Wall),
  graceMinutes: wholeNumber(0, 20_160),
  limitPerPerson: orNull(wholeNumber(1, 1_000)),
  byInvitation: ticked,
  languages: z.array(z.string().max(35)).max(50),
  guidance: text(10_000),
  /** The formats that it takes, and the deadlines of those that have their own. None: all. */
  formats: z.array(Slug).max(100),
  deadlines: z.record(Slug, orNull(Wall)),
})
export type CallForm = z.output<typeof CallForm>

export const DEADLINE = 'deadline-'

export function readCallForm(form: FormData) {
  const word = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  const words = (name: string) => form.getAll(name).flatMap((each) => (typeof each === 'string' && each ? [each] : []))
  const fields = [
    'kind',
    'name',
    'timeZone',
    'opensAt',
    'closesAt',
    'graceMinutes',
    'limitPerPerson',
    'byInvitation',
    'guidance',
  ]
  const deadlines = [...form.keys()].filter((name) => name.startsWith(DEADLINE))
  return {
    ...Object.fromEntries(fields.map((name) => [name, word(name)])),
    languages: words('languages'),
    formats: words('formats'),
    deadlines: Object.fromEntries(deadlines.map((name) => [name.slice(DEADLINE.length), word(name)])),
  }
}

export interface CallMoments {
  opensAt: Date | null
  closesAt: Date | null
  deadlines: Record<string, Date | null>
}

export const CLOSES_TOO_EARLY = 'It closes before it opens'

/** The fields that say a closing before the opening. */
export function closedBeforeOpen({ opensAt, closesAt, deadlines }: CallMoments): string[] {
  const closings = Object.entries(deadlines).map(([slug, deadline]) => [`${DEADLINE}${slug}`, deadline] as const)
  return [['closesAt', closesAt] as const, ...closings].flatMap(([field, at]) =>
    opensAt && at && opensAt >= at ? field : [],
  )
}

/** The moments that a form says on its call's clock; or which of them there are not. */
export function momentsOf(
  { opensAt, closesAt, deadlines, formats }: CallForm,
  timeZone: string,
): { ok: true; moments: CallMoments } | { ok: false; errors: Record<string, string> } {
  const errors: Record<string, string> = {}
  const read = (field: string, wall: string | null) => {
    const moment = momentOf(wall, timeZone)
    if ('at' in moment) return moment.at
    errors[field] = moment.error
    return null
  }
  const moments = {
    opensAt: read('opensAt', opensAt),
    closesAt: read('closesAt', closesAt),
    deadlines: Object.fromEntries(formats.map((slug) => [slug, read(`${DEADLINE}${slug}`, deadlines[slug] ?? null)])),
  }
  for (const field of closedBeforeOpen(moments)) errors[field] = CLOSES_TOO_EARLY
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, moments }
}

/** An access code as its form writes it. */
export const CodeForm = z.object({
  note: line(200),
  mostUses: orNull(wholeNumber(1, 100_000)),
  expiresAt: orNull(Wall),
})
