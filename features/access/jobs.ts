import type { Work } from '@/lib/jobs'
import { forgetExpired } from './commands/housekeeping'

export const housekeepingWork: Work = { name: 'housekeeping', everySeconds: 3_600, run: () => forgetExpired() }
