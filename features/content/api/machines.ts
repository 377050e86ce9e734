import { listEvents } from '@/features/events/queries'
import { listProjects } from '@/features/projects/queries'
import { env } from '@/lib/env'
import { freshUntil } from '@/lib/front/tags'
import { llmsTxt } from '../formats/llms'
import { robots, securityTxt } from '../formats/robots'
import { listArticlesAfter } from '../queries/article-pages'
import { listCaseStudies } from '../queries/case-studies'
import { getSiteView } from '../queries/chrome'
import { getSite } from '../queries/site'
import { pathOf } from '../schema/kinds'

const plain = (body: string) => new Response(body, { headers: { 'content-type': 'text/plain; charset=utf-8' } })

export function robotsAnswer(): Response {
  return plain(robots(env().appUrl))
}

export function securityAnswer(now: Date): Response {
  const { contact, languages } = getSite()
  freshUntil(new Date(Math.floor(now.getTime() / 86_400_000 + 1) * 86_400_000))
  return plain(securityTxt(env().appUrl, contact, languages, now))
}

const IN_THE_GUIDE = 200

/** What the site holds, for programs that read text (`llms.txt`): every article as Markdown, the newest first. */
export async function guideAnswer(now: Date): Promise<Response> {
  const { appUrl } = env()
  const [site, articles, studies, projects, events] = await Promise.all([
    getSiteView('en'),
    listArticlesAfter({ locale: 'en', limit: IN_THE_GUIDE }),
    listCaseStudies(['en']),
    listProjects(),
    listEvents(now),
  ])
  const link = (title: string, path: string, about = '') => ({ title, url: appUrl + path, about })
  const body = llmsTxt({
    name: site.name,
    summary: site.description,
    sections: [
      {
        title: 'Articles',
        links: articles.items.map(({ title, slug, summary }) => link(title, `${pathOf('article', slug)}.md`, summary)),
      },
      {
        title: 'Case studies',
        links: studies.map(({ title, slug, summary }) => link(title, pathOf('case-study', slug), summary)),
      },
      {
        title: 'Projects',
        links: projects.map(({ name, slug, tagline }) => link(name, pathOf('project', slug), tagline)),
      },
      {
        title: 'Events',
        links: [...events.coming, ...events.past].map(({ name, slug, summary }) =>
          link(name, `/events/${slug}`, summary),
        ),
      },
      {
        title: 'Data',
        links: [
          link('REST API', '/api/v1/openapi.json', 'OpenAPI 3.1; articles, projects, events and their programmes'),
          link('Feed', '/feed.json', 'JSON Feed with whole articles; also /feed.xml (RSS) and /atom.xml'),
          link('Sitemap', '/sitemap.xml', 'Every page in every language'),
        ],
      },
      {
        title: 'Optional',
        links: [
          link('中文', '/zh', 'The same site in Chinese'),
          link('Older articles', '/blog', 'All of them by page'),
        ],
      },
    ],
  })
  return plain(body)
}
