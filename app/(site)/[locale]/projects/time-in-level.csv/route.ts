import { timeInLevelCsv } from '@/features/projects/formats/open-data'
import { openReply } from '@/features/projects/formats/reply'
import { listProjects } from '@/features/projects/queries'
import { dayOf, timeInLevels } from '@/features/projects/rules/history'

export async function GET(): Promise<Response> {
  const times = timeInLevels(await listProjects(), dayOf(new Date()))
  return openReply(timeInLevelCsv(times), 'text/csv; charset=utf-8')
}
