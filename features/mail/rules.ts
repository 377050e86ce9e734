const ATTEMPTS = 10
const FIRST_WAIT = 30
const LONGEST_WAIT = 3_600

/** How long a message waits before it is tried again, in seconds; null where it has failed for good. */
export function waitAfterFailure(attempts: number, error: unknown): number | null {
  if (isFinal(error) || attempts >= ATTEMPTS) return null
  return Math.min(FIRST_WAIT * 2 ** (attempts - 1), LONGEST_WAIT)
}

/** The server has refused this letter or its address; a refused log-in or connection is our trouble and may pass. */
function isFinal(error: unknown): boolean {
  if (error instanceof NoAddress) return true
  const { responseCode, code } = factsOf(error)
  return responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE')
}

/** The server does not take mail for this address, or it is none: the mail has bounced before it left. */
export function isRefusedAddress(error: unknown): boolean {
  return error instanceof NoAddress || (isFinal(error) && factsOf(error).code === 'EENVELOPE')
}

/** Whether the server has said no itself; otherwise nobody knows what it has taken of what it was handed. */
export function wasAnswered(error: unknown): boolean {
  return factsOf(error).responseCode >= 400
}

function factsOf(error: unknown): { responseCode: number; code: string } {
  if (!(error instanceof Error)) return { responseCode: 0, code: '' }
  const responseCode = 'responseCode' in error ? Number(error.responseCode) || 0 : 0
  return { responseCode, code: 'code' in error ? String(error.code) : '' }
}

class NoAddress extends Error {}

/** Who a message goes to: exactly one address, whatever is in the name. */
export function recipient(to: string): { name: string; address: string } {
  const [, name = '', bracketed] = /^([^<>]*)<([^<>]*)>$/.exec(to.trim()) ?? []
  const address = (bracketed ?? to).trim()
  if (!/^[^\s@<>,;:"()\p{Cc}]+@[^\s@<>,;:"()\p{Cc}]+$/u.test(address)) throw new NoAddress(`Not one address: ${to}`)
  return { name: name.replace(/\p{Cc}+/gu, ' ').trim(), address }
}

export const STATES = ['draft', 'queued', 'sending', 'sent', 'failed', 'bounced', 'discarded'] as const
export type MessageState = (typeof STATES)[number]

/** A draft may be sent and what has failed or bounced sent again; what is on its way or there stays as it is. */
export function canQueue(state: MessageState): boolean {
  return state === 'draft' || state === 'failed' || state === 'bounced'
}

/** Of a report that a letter could not be delivered for good (RFC 3464): which letter, and why. */
export function readBounce(source: string): { ok: true; messageId: string; reason: string } | { ok: false } {
  const text = source.replace(/\r\n/g, '\n').replace(/\n[ \t]+/g, ' ')
  const field = (name: string) => new RegExp(`^${name}:\\s*(.+)$`, 'im').exec(text)?.[1]?.trim() ?? ''
  const isPermanent = /^failed/i.test(field('Action')) && /^5\./.test(field('Status'))
  const ids = [...text.matchAll(/^(?:Original-)?Message-ID:\s*(<[^<>\s]+>)/gim)].map(([, id = '']) => id)
  // The report has an identity of its own at its top; the letter that it is about comes last.
  const messageId = ids.at(-1)
  if (!isPermanent || !messageId || !/report-type="?delivery-status/i.test(text)) return { ok: false }
  const reason = field('Diagnostic-Code').replace(/^smtp;\s*/i, '') || `Status ${field('Status')}`
  return { ok: true, messageId, reason: reason.slice(0, 500) }
}
