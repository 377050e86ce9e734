import { openProject } from '@/features/projects/formats/open-data'
import { openReply } from '@/features/projects/formats/reply'
import { listProjects } from '@/features/projects/queries'
import { dayOf } from '@/features/projects/rules/history'

export async function GET(): Promise<Response> {
  const [projects, today] = [await listProjects(), dayOf(new Date())]
  const items = projects.map((project) => openProject(project, today))
  return openReply(`${JSON.stringify({ items })}\n`, 'application/json; charset=utf-8')
}
