import { lookup } from 'node:dns'
import { request as askPlainly, type ClientRequest } from 'node:http'
import { request as askSecurely } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { isPublicAddress } from './public-address'

/** What came back: a status, or why there is none. `private`: it leads into a network that is not the open web. */
export type Outside = { status: number } | { problem: OutsideProblem }
export type OutsideProblem = 'no-such-host' | 'private' | 'timeout' | 'tls' | 'redirects' | 'network'

export interface AskOptions {
  userAgent: string
  signal: AbortSignal
  timeoutMs?: number
  /** For tests, whose servers are on this very machine: which IP addresses may be reached. */
  mayReach?: (address: string) => boolean
}

const PATIENCE = 10_000
const MOST_REDIRECTS = 5
const MOVED = [301, 302, 303, 307, 308]

/**
 * Asks an address elsewhere whether it is there: for its head, and for itself where that is refused; nothing of a body
 * is read. Each host is resolved once, its addresses are judged and those very ones are connected to, at every redirect
 * anew. Rejects only where `signal` ends it.
 */
export async function askOutside(url: string, options: AskOptions): Promise<Outside> {
  const head = await follow(url, 'HEAD', options)
  const isSettled = 'status' in head ? head.status < 400 : head.problem !== 'network' && head.problem !== 'timeout'
  return isSettled ? head : follow(url, 'GET', options)
}

async function follow(url: string, method: 'HEAD' | 'GET', options: AskOptions): Promise<Outside> {
  let at = new URL(url)
  for (let step = 0; step <= MOST_REDIRECTS; step++) {
    const { status, location, problem } = await askOnce(at, method, options)
    if (problem) return { problem }
    if (!MOVED.includes(status) || !location) return { status }
    const next = URL.parse(location, at)
    if (!next || !/^https?:$/.test(next.protocol)) return { problem: 'redirects' }
    at = next
  }
  return { problem: 'redirects' }
}

interface Step {
  status: number
  location?: string | undefined
  problem?: OutsideProblem
}

class Private extends Error {}

function askOnce(url: URL, method: 'HEAD' | 'GET', options: AskOptions): Promise<Step> {
  const { userAgent, signal, timeoutMs = PATIENCE, mayReach = isPublicAddress } = options
  const name = url.hostname.replace(/^\[|\]$/g, '')
  // A host that is an address is never looked up.
  if (isIP(name) && !mayReach(name)) return Promise.resolve({ status: 0, problem: 'private' })
  const ask = url.protocol === 'https:' ? askSecurely : askPlainly
  const headers = { 'user-agent': userAgent, accept: '*/*' }
  return new Promise((resolve, reject) => {
    let isLate = false
    const outgoing: ClientRequest = ask(
      url,
      { method, headers, signal, agent: false, lookup: lookupOf(mayReach) },
      (answer) => {
        clearTimeout(timer)
        resolve({ status: answer.statusCode ?? 0, location: answer.headers.location })
        answer.on('error', () => {})
        answer.destroy()
      },
    )
    // A timer of its own: a signal of several is forgotten with its clock when memory is tidied up.
    const timer = setTimeout(() => {
      isLate = true
      outgoing.destroy()
    }, timeoutMs)
    outgoing.on('error', (error) => {
      clearTimeout(timer)
      if (signal.aborted) reject(signal.reason)
      else resolve({ status: 0, problem: isLate ? 'timeout' : problemOf(error) })
    })
    outgoing.end()
  })
}

/** All addresses of a host must be open: one that is not would be a way in by chance. */
function lookupOf(mayReach: (address: string) => boolean): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, [])
      const [first] = addresses
      if (!first || !addresses.every(({ address }) => mayReach(address))) return callback(new Private(hostname), [])
      if (options.all) callback(null, addresses)
      else callback(null, first.address, first.family)
    })
  }
}

function problemOf(error: Error): OutsideProblem {
  if (error instanceof Private) return 'private'
  const code = 'code' in error ? String(error.code) : ''
  if (code === 'ENOTFOUND') return 'no-such-host'
  return /CERT|TLS|SSL|SELF_SIGNED|ALTNAME|LEAF_SIGNATURE/.test(code) ? 'tls' : 'network'
}
