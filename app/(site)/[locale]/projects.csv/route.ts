import { openProject, projectsCsv } from '@/features/projects/formats/open-data'
import { openReply } from '@/features/projects/formats/reply'
import { listProjects } from '@/features/projects/queries'
import { dayOf } from '@/features/projects/rules/history'

export async function GET(): Promise<Response> {
  const [projects, today] = [await listProjects(), dayOf(new Date())]
  return openReply(projectsCsv(projects.map((project) => openProject(project, today))), 'text/csv; charset=utf-8')
}
