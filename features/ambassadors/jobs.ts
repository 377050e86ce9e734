import type { Work } from '@/lib/jobs'
import { remindEnding } from './commands/terms'

/** Letters before a term ends. Who is an ambassador on a day follows from the days themselves. */
export const termsWork: Work = { name: 'ambassador terms', everySeconds: 3_600, run: () => remindEnding() }
