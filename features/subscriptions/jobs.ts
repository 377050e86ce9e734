import type { Work } from '@/lib/jobs'
import { sendDigests } from './commands/digest'
import { forgetRequests } from './commands/subscribe'

/** Sends what is due, whenever this process comes to it: a Monday that was slept through is made up for. */
export const digestWork: Work = {
  name: 'digest',
  everySeconds: 600,
  async run(signal) {
    await forgetRequests()
    await sendDigests(signal)
  },
}
