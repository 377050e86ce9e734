import { getTranslations } from 'next-intl/server'
import { getSiteView } from '@/features/content/queries/chrome'
import { badgeSvg } from '@/features/projects/formats/badge'
import { openReply } from '@/features/projects/formats/reply'
import { getProject } from '@/features/projects/queries'
import { levelOn } from '@/features/projects/rules'
import { dayOf } from '@/features/projects/rules/history'

type Context = { params: Promise<{ locale: string; file: string }> }

export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { locale, file } = await params
  const slug = /^(.+)\.svg$/.exec(file)?.[1]
  const project = slug === undefined ? null : await getProject(slug)
  const level = project && levelOn(project.moves, dayOf(new Date()))
  if (!project || !level) {
    return new Response('There is no such badge.\n', {
      status: 404,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    })
  }
  const [words, { shortName }] = [await getTranslations({ locale, namespace: 'level' }), await getSiteView(locale)]
  const svg = badgeSvg(level, { foundation: shortName, project: project.name, level: words(level) })
  return openReply(svg, 'image/svg+xml; charset=utf-8')
}
