import { getSite } from '@/features/content/queries/site'
import { env } from '@/lib/env'
import type { Work } from '@/lib/jobs'
import { checkLinks } from './commands/check-links'

/** Asks for addresses elsewhere once a week, and when an editor wants it. A demonstration asks nobody by itself. */
export const linksWork: Work = {
  name: 'links',
  queue: 'links',
  everySeconds: 3_600,
  async run(signal) {
    await checkLinks(signal, { userAgent: userAgent(), onlyRequested: env().isDemo })
  },
}

/** Who asks, and where to complain; headers hold no other signs. */
export function userAgent(): string {
  const name = (getSite().name.en ?? '').replace(/[^\x20-\x7e]/g, '').trim()
  return `${name || 'Lectern'} link check (+${env().appUrl})`
}
