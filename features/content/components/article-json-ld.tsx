import { JsonLd } from '@/components/json-ld'
import { blogPosting, faqPage, videoObjects } from '../formats/json-ld'
import type { ArticlePage } from '../queries/articles'
import { getPublisher } from '../queries/publisher'
import { localized, pathOf } from '../schema/kinds'
import type { Drawing } from './drawing'

/** An article for search engines: what it is, and what its parts are beside that. */
export async function ArticleJsonLd({ article, drawing }: { article: ArticlePage; drawing: Drawing }) {
  const { locale, slug, tree } = article
  const publisher = await getPublisher(locale)
  const { origin } = publisher
  const faq = faqPage(tree, { drawing, origin, url: origin + localized(pathOf('article', slug), locale) })
  return (
    <>
      <JsonLd data={blogPosting(article, publisher)} />
      {faq && <JsonLd data={faq} />}
      {videoObjects(article, origin).map((data, at) => (
        <JsonLd key={at} data={data} />
      ))}
    </>
  )
}
