import type { Work } from '@/lib/jobs'
import { sweepAnswers } from './commands/confirmation'

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
