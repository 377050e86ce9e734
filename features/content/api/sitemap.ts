import { env } from '@/lib/env'
import { sitemap, sitemapIndex, sitemapParts } from '../formats/sitemap'
import { listSitePlaces } from '../queries/sitemap'

const headers = { 'content-type': 'application/xml; charset=utf-8' }

/** The sitemap, or where it would be too long the index of its parts. */
export async function sitemapAnswer(): Promise<Response> {
  const [first = [], ...others] = sitemapParts(await listSitePlaces())
  const { appUrl } = env()
  return new Response(others.length === 0 ? sitemap(first, appUrl) : sitemapIndex(others.length + 1, appUrl), {
    headers,
  })
}

/** One part by the name of its file, `1.xml`; 404 where the index names none. */
export async function sitemapPartAnswer(file: string): Promise<Response> {
  const number = Number(/^([1-9]\d{0,3})\.xml$/.exec(file)?.[1] ?? 0)
  const parts = sitemapParts(await listSitePlaces())
  const part = parts.length > 1 ? parts[number - 1] : undefined
  if (!part) return new Response('No such part.\n', { status: 404, headers: { 'content-type': 'text/plain' } })
  return new Response(sitemap(part, env().appUrl), { headers })
}
