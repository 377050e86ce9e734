import { getTranslations } from 'next-intl/server'
import { getProject } from '@/features/projects/queries'
import { env } from '@/lib/env'
import { tagUri } from '@/lib/feed'
import { feedAnswer, isFeedFile } from '@/lib/feed/files'
import { prepareDrawing } from '../components/drawing'
import { articleItem, type FeedText, languageTag } from '../formats/article-item'
import { getSiteView } from '../queries/chrome'
import { type FeedScope, listFeedTexts } from '../queries/feed-texts'
import { localized } from '../schema/kinds'

/** A feed of articles by the name of its file (`feed.xml`, `atom.xml`, `feed.json`); 404 where there is none. */
export async function articleFeed(file: string, locale: string, scope: FeedScope = {}): Promise<Response> {
  if (!isFeedFile(file)) return feedAnswer('feed.xml', null)
  // People and projects are the same in every language: what only English has belongs to them in Chinese too.
  const locales = 'author' in scope || 'project' in scope ? [...new Set([locale, 'en'])] : [locale]
  const texts = await listFeedTexts(locales, scope)
  const subject = await subjectOf(scope, texts)
  if (!subject) return feedAnswer(file, null)
  const origin = env().appUrl
  const [site, words, items] = await Promise.all([
    getSiteView(locale),
    getTranslations({ locale, namespace: 'feeds' }),
    itemsOf(texts, origin),
  ])
  const folder = localized(subject.path === '/blog' ? '/' : subject.path, locale).replace(/\/$/, '')
  return feedAnswer(file, {
    id: tagUri(origin, `feed${folder}`),
    title: words(subject.title, { site: site.name, name: subject.name }),
    description: site.description,
    link: origin + localized(subject.path, locale),
    self: `${origin}${folder}/${file}`,
    language: languageTag(locale),
    publisher: { name: site.name, url: origin },
    updated: new Date(Math.max(0, ...items.map(({ updated }) => updated.getTime()))),
    items,
  })
}

interface Subject {
  title: 'all' | 'tag' | 'author' | 'project'
  name: string
  /** Of the page that the feed follows. */
  path: string
}

async function subjectOf(scope: FeedScope, texts: FeedText[]): Promise<Subject | null> {
  if ('tag' in scope) {
    return texts.length > 0 ? { title: 'tag', name: scope.tag, path: `/blog/tags/${scope.tag}` } : null
  }
  if ('author' in scope) {
    const author = texts.flatMap(({ authors }) => authors).find(({ slug }) => slug === scope.author)
    return author ? { title: 'author', name: author.name, path: `/blog/authors/${author.slug}` } : null
  }
  if ('project' in scope) {
    const project = await getProject(scope.project)
    return project && { title: 'project', name: project.name, path: `/projects/${project.slug}` }
  }
  return { title: 'all', name: '', path: '/blog' }
}

/** Each text in its own language, whatever that of the feed; what they point at is fetched once for each language. */
async function itemsOf(texts: FeedText[], origin: string) {
  const locales = [...new Set(texts.map(({ locale }) => locale))]
  const contexts = await Promise.all(
    locales.map(async (locale) => {
      const trees = texts.filter((text) => text.locale === locale).flatMap(({ tree }) => tree)
      const [drawing, words] = await Promise.all([
        prepareDrawing(trees, { locale }),
        getTranslations({ locale, namespace: 'feeds' }),
      ])
      return { drawing, words }
    }),
  )
  return texts.flatMap((text) => {
    const context = contexts[locales.indexOf(text.locale)]
    return context ? [articleItem(text, { ...context.drawing, figures: text.figures }, context.words, origin)] : []
  })
}
