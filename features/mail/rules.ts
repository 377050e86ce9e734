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
  if (!(error instanceof Error) || !('responseCode' in error) || !('code' in error)) return false
  return Number(error.responseCode) >= 500 && (error.code === 'EENVELOPE' || error.code === 'EMESSAGE')
}

class NoAddress extends Error {}

/** Who a message goes to: exactly one address, whatever is in the name. */
export function recipient(to: string): { name: string; address: string } {
  const [, name = '', bracketed] = /^([^<>]*)<([^<>]*)>$/.exec(to.trim()) ?? []
  const address = (bracketed ?? to).trim()
  if (!/^[^\s@<>,;:"()\p{Cc}]+@[^\s@<>,;:"()\p{Cc}]+$/u.test(address)) throw new NoAddress(`Not one address: ${to}`)
  return { name: name.replace(/\p{Cc}+/gu, ' ').trim(), address }
}

export const STATES = ['draft', 'queued', 'sent', 'failed'] as const
export type MessageState = (typeof STATES)[number]

/** A draft may be sent and a failed message sent again; what is on its way or there stays as it is. */
export function canQueue(state: MessageState): boolean {
  return state === 'draft' || state === 'failed'
}
