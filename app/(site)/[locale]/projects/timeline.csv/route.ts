import { timelineCsv } from '@/features/projects/formats/open-data'
import { openReply } from '@/features/projects/formats/reply'
import { listProjects } from '@/features/projects/queries'
import { dayOf, levelsOverTime } from '@/features/projects/rules/history'

export async function GET(): Promise<Response> {
  const counts = levelsOverTime(await listProjects(), dayOf(new Date()))
  return openReply(timelineCsv(counts), 'text/csv; charset=utf-8')
}
