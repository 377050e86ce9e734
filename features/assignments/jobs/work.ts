import type { Work } from '@/lib/jobs'
import { runThread } from '@/lib/threads'
import { type PlanWorker, workPlansOut } from '../commands/work'
import type { PlanResult } from '../schema'
import type { ThreadInput, ThreadProgress } from './thread'

const inThread: PlanWorker = (input, signal, onProgress) =>
  runThread<ThreadInput, ThreadProgress, PlanResult>('features/assignments/jobs/thread.ts', input, {
    signal,
    onProgress,
  })

/** Works out who is to review what, when a chair asks; and twice a minute what a killed process left. */
export const assignmentWork: Work = {
  name: 'assignments',
  queue: 'assignments',
  everySeconds: 30,
  run: (signal) => workPlansOut(signal, inThread),
}
