import type { Finding, LinkResult } from '../schema'

/** The address elsewhere that a link asks for, as it is checked: without its place in the page. Null for any other link. */
export function outsideAddress(link: string): string | null {
  const url = /^https?:/i.test(link) ? URL.parse(link) : null
  if (!url?.hostname || url.username || url.password) return null
  url.hash = ''
  return url.href
}

/** What is told of an address that was asked: nothing where it answered, also where it answered no machine. */
export function outsideFinding(link: string, result: LinkResult | undefined): Finding | null {
  if (!result) return null
  const { status, problem, checkedAt } = result
  const on = `on ${checkedAt.toISOString().slice(0, 10)}`
  const find = (weight: Finding['weight'], reason: string): Finding => ({
    rule: 'link',
    weight,
    reason,
    place: { words: link },
  })
  if (status === 404 || status === 410) return find('broken', `${link} is gone: it answered ${status} ${on}.`)
  if (problem === 'no-such-host') return find('broken', `${link} is gone: there was no such host ${on}.`)
  if (status !== null && status >= 400 && !CLOSED_TO_MACHINES.includes(status))
    return find('check', `${link} answered ${status} ${on}.`)
  return problem ? find('check', `${link} ${PROBLEMS[problem] ?? 'could not be reached'} ${on}.`) : null
}

/** Answers of pages that a reader may well see. */
const CLOSED_TO_MACHINES = [401, 403, 405, 406, 429, 451, 999]

const PROBLEMS: Record<string, string> = {
  private: 'led into a private network',
  timeout: 'did not answer in time',
  tls: 'had no certificate to be trusted',
  redirects: 'led from one address to the next without end',
  network: 'could not be reached',
}
