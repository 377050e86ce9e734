import type { Work } from '@/lib/jobs'
import { purgeNeeds } from './commands/needs'
import { signMissing } from './commands/signature'

/** Signs what came in by an import, so that near-duplicates of it are found too. */
export const signaturesWork: Work = {
  name: 'signatures',
  everySeconds: 60,
  async run(signal) {
    while (!signal.aborted && (await signMissing()) > 0);
  },
}

/** What speakers need is forgotten on the day that they chose. */
export const needsWork: Work = {
  name: 'speakers’ needs',
  everySeconds: 3_600,
  run: async () => {
    await purgeNeeds(new Date())
  },
}
