import { Progress } from '@/components/progress'
import type { Progress as Figures } from '../queries/queue'

/** How far this reviewer is: what is assigned to them first, else everything that they may read. */
export function ReviewProgress({ progress: { total, done, assigned, assignedDone } }: { progress: Figures }) {
  return assigned > 0 ? (
    <Progress id="review-progress" label="Assigned to you" value={assignedDone} max={assigned} />
  ) : (
    <Progress
      id="review-progress"
      label="Reviewed"
      value={done}
      max={Math.max(total, 1)}
      text={`${done} of ${total}`}
    />
  )
}
