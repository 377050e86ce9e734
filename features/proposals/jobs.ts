import type { Work } from '@/lib/jobs'
import { sweepAnswers } from './commands/confirmation'
import { forgetFiles } from './commands/forget-files'
import { purgeNeeds } from './commands/needs'
import { signMissing } from './commands/signature'

/** Reminders, silence and places that became free: what the day brings, looked at every ten minutes. */
export const answersWork: Work = {
  name: 'answers',
  everySeconds: 600,
  run: async () => {
    for (const { event, gaps } of await sweepAnswers(new Date()))
      for (const { code, names } of gaps)
        console.error(`answers: ${event}: the mail about ${code} has nothing to say for {${names.join('}, {')}}.`)
  },
}

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

/** Uploads that no answer names go after some days. */
export const filesWork: Work = {
  name: 'files',
  everySeconds: 21_600,
  run: async () => {
    await forgetFiles(new Date())
  },
}
