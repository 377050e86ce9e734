import { addMinutes } from 'date-fns'

/** When a call takes proposals, and of which formats. No format named: it takes them all. */
export interface CallTerms {
  opensAt: Date | null
  closesAt: Date | null
  graceMinutes: number
  byInvitation?: boolean
  formats?: readonly { slug: string; closesAt: Date | null }[]
}

/** An access code of this call, as it now stands. */
export interface CodeTerms {
  expiresAt: Date | null
  mostUses: number | null
  uses: number
  /** This proposal has used it before: it takes no second use. */
  isUsedHere: boolean
}

export type CallRefusal = 'not-open-yet' | 'closed' | 'code-needed' | 'code-expired' | 'code-used-up'

/** When the call closes for this format: the format's own deadline, or the call's. Null: it stays open. */
export function closingFor({ closesAt, formats = [] }: CallTerms, format: string | null): Date | null {
  return formats.find(({ slug }) => slug === format)?.closesAt ?? closesAt
}

/** The last of its closing moments: until then somebody can propose something. Null: there is none. */
export function lastClosing({ closesAt, formats = [] }: Pick<CallTerms, 'closesAt' | 'formats'>): Date | null {
  const moments = formats.length > 0 ? formats.map((format) => format.closesAt ?? closesAt) : [closesAt]
  return moments.reduce(
    (last, moment) => (last && moment && moment > last ? moment : last && moment && last),
    moments[0] ?? null,
  )
}

/** The window in which it takes this format; before one is chosen, any. */
export function windowFor(call: CallTerms, format: string | null) {
  const { opensAt, graceMinutes } = call
  return { opensAt, graceMinutes, closesAt: format === null ? lastClosing(call) : closingFor(call, format) }
}

/** Whether a format may be proposed to this call at all. */
export function takesFormat({ formats = [] }: Pick<CallTerms, 'formats'>, format: string | null): boolean {
  return format === null || formats.length === 0 || formats.some(({ slug }) => slug === format)
}

/** Whether a track may be proposed to this call. */
export function takesTrack({ tracks = [] }: { tracks?: readonly string[] }, track: string | null): boolean {
  return track === null || tracks.length === 0 || tracks.includes(track)
}

/** Why this code lets nobody in now, or null. The moment of its expiry itself is too late. */
export function refuseCode({ expiresAt, mostUses, uses, isUsedHere }: CodeTerms, now: Date) {
  if (expiresAt && now >= expiresAt) return 'code-expired'
  return !isUsedHere && mostUses !== null && uses >= mostUses ? 'code-used-up' : null
}

/**
 * Why the call takes no proposal of this format now, or null. The closing moment itself is too late, unless grace is
 * left. A code that holds lets in outside the window; without one a call by invitation takes nothing.
 */
export function refuseByCall(
  call: CallTerms,
  { format, code, now }: { format: string | null; code: CodeTerms | null; now: Date },
): CallRefusal | null {
  const byWindow = refuseByTime(call, format, now)
  if (!byWindow && !call.byInvitation) return null
  if (!code) return byWindow ?? 'code-needed'
  return refuseCode(code, now)
}

function refuseByTime(call: CallTerms, format: string | null, now: Date): 'not-open-yet' | 'closed' | null {
  if (call.opensAt && now < call.opensAt) return 'not-open-yet'
  const { closesAt } = windowFor(call, format)
  return closesAt && now >= addMinutes(closesAt, call.graceMinutes) ? 'closed' : null
}

/** Whether there is nothing to hand in to, whatever is typed: a code may still open what only wants one. */
export function shutBy(refusal: CallRefusal | null): 'not-open-yet' | 'closed' | null {
  return refusal === 'not-open-yet' || refusal === 'closed' ? refusal : null
}
